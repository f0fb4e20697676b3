import { createServer } from "node:net";

/** Whether nobody listens on a port of this machine; 0 stands for any and is free. */
export const isFree = (port: number): Promise<boolean> => {
  const answer = Promise.withResolvers<boolean>();
  const server = createServer();
  server.on("error", () => answer.resolve(false));
  server.listen(port, "127.0.0.1", () => server.close(() => answer.resolve(true)));
  return answer.promise;
};

/** A port of this machine that nobody listens on at the moment. */
export const freePort = (): Promise<number> => {
  const found = Promise.withResolvers<number>();
  const server = createServer();
  server.on("error", found.reject);
  server.listen(0, "127.0.0.1", () => {
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    server.close(() => found.resolve(port));
  });
  return found.promise;
};

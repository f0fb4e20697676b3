import { connect, createServer, type Socket } from "node:net";

/** A relay of bytes to a server that can stop listening, so that connections are refused as by a dead one. */
export type Relay = {
  /** For `WorldOptions.between`: the bot reaches Toloka through the relay. */
  between(apis: { readonly toloka: string }): { [name: string]: string };
  refuse(): Promise<void>;
  accept(): Promise<void>;
  close(): Promise<void>;
};

/** Listens on a free port of the loopback interface; `between` says what it passes everything on to. */
export const startRelay = async (): Promise<Relay> => {
  let target = new URL("http://127.0.0.1");
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on("error", () => other.destroy());
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
  });
  let port = 0;
  const accept = async (): Promise<void> => {
    const listening = Promise.withResolvers<void>();
    server.once("error", listening.reject);
    server.listen(port, "127.0.0.1", () => listening.resolve());
    await listening.promise;
    const address = server.address();
    if (typeof address === "object" && address !== null) port = address.port;
  };
  const refuse = async (): Promise<void> => {
    const closed = Promise.withResolvers<void>();
    server.close(() => closed.resolve());
    for (const socket of sockets) socket.destroy();
    await closed.promise;
  };
  await accept();
  return {
    between: ({ toloka }) => {
      target = new URL(toloka);
      return { TOLOKA_SANDBOX_URL: `http://127.0.0.1:${port}${target.pathname}` };
    },
    refuse,
    accept,
    close: async () => {
      if (server.listening) await refuse();
    },
  };
};

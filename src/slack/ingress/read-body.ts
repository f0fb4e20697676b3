import type { IncomingMessage } from "node:http";

/** The bytes of a request's body, or why there are none. */
export type Body = Buffer | "too-large" | "cut-off";

/** Reads a body up to `limit` bytes; what is longer is given up at once, however it was announced. */
export const readBody = (request: IncomingMessage, limit: number): Promise<Body> => {
  if (Number(request.headers["content-length"] ?? 0) > limit) return Promise.resolve("too-large");
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let length = 0;
    request.on("data", (chunk: Buffer) => {
      length += chunk.length;
      if (length <= limit) {
        chunks.push(chunk);
        return;
      }
      request.pause();
      request.removeAllListeners("data");
      resolve("too-large");
    });
    request.on("end", () => resolve(Buffer.concat(chunks)));
    request.on("error", () => resolve("cut-off"));
    request.on("close", () => resolve("cut-off"));
  });
};

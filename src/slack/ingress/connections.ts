import type { Server } from "node:http";
import type { Socket } from "node:net";

/** The open connections of a server. */
export type Connections = {
  /** This one has sent a whole request: it is kept until `waits`. */
  works(socket: Socket): void;
  waits(socket: Socket): void;
  /** Ends all that have no whole request. */
  endWaiting(): void;
};

/**
 * Keeps at most `most` connections. When one more comes, the one that has gone longest without a whole
 * request makes room: Slack sends a request within milliseconds, so whoever opens connections and sends
 * nothing, or byte by byte, cannot keep Slack out. `gone` hears of each that was ended.
 */
export const limitConnections = (server: Server, most: number, gone: () => void): Connections => {
  const all = new Set<Socket>();
  const waiting = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    if (all.size >= most) {
      const oldest = waiting.values().next().value ?? socket;
      all.delete(oldest);
      waiting.delete(oldest);
      oldest.destroy();
      gone();
      if (oldest === socket) return;
    }
    all.add(socket);
    waiting.add(socket);
    socket.once("close", () => {
      all.delete(socket);
      waiting.delete(socket);
    });
  });
  return {
    works: (socket) => {
      waiting.delete(socket);
    },
    waits: (socket) => {
      if (all.has(socket)) waiting.add(socket);
    },
    endWaiting: () => {
      for (const socket of waiting) socket.destroy();
    },
  };
};

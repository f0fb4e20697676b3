import { connect, type Socket } from "node:net";
import type { BotWorld } from "./bot-world.ts";

/** Opens so many connections that send the beginning of a request and then a byte now and then. */
export const openSlowly = async (
  world: BotWorld,
  count: number,
): Promise<{ readonly alive: () => number; readonly close: () => void }> => {
  const url = new URL(world.botUrl());
  const open = new Set<Socket>();
  await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<void>((resolve) => {
          const socket = connect(Number(url.port), url.hostname);
          socket.on("error", () => resolve());
          socket.resume();
          socket.once("close", () => {
            open.delete(socket);
            resolve();
          });
          socket.once("connect", () => {
            open.add(socket);
            socket.write(`POST ${url.pathname} HTTP/1.1\r\nHost: bot\r\nX-Slow: `);
            resolve();
          });
        }),
    ),
  );
  const drip = setInterval(() => {
    for (const socket of open) socket.write("a");
  }, 500);
  return {
    alive: () => open.size,
    close: () => {
      clearInterval(drip);
      for (const socket of open) socket.destroy();
    },
  };
};

/**
 * Sends chunks of a body that never ends until the bot ends the connection; answers how many bytes went
 * out by then.
 */
export const sendEndlessly = (world: BotWorld): Promise<number> =>
  new Promise((resolve) => {
    const url = new URL(world.botUrl());
    const socket = connect(Number(url.port), url.hostname);
    const chunk = "a".repeat(10_000);
    let sent = 0;
    const more = (): void => {
      while (!socket.destroyed && socket.write(`${chunk.length.toString(16)}\r\n${chunk}\r\n`)) {
        sent += chunk.length;
        if (sent > 50_000_000) socket.destroy();
      }
    };
    socket.resume();
    socket.on("error", () => {});
    socket.on("close", () => resolve(sent));
    socket.on("drain", more);
    socket.write(
      `POST ${url.pathname} HTTP/1.1\r\nHost: bot\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n`,
    );
    more();
  });

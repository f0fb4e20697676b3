import type { HandshakeFault } from "../../emulators/slack/socket-mode/handshake.ts";
import type { DisconnectReason } from "../../emulators/slack/socket-mode/socket-hub.ts";
import type { BotWorld } from "./bot-world.ts";

/** How a Socket Mode connection comes to its end, and what then happens to the next handshakes. */
export type Ending = {
  readonly by: DisconnectReason | "cut";
  readonly handshakes: readonly HandshakeFault[];
};

/** Every way of ending, one after the other, for as many rounds as wanted. */
export const endings: readonly Ending[] = [
  { by: "warning", handshakes: [] },
  { by: "refresh_requested", handshakes: ["cut"] },
  { by: "cut", handshakes: ["408"] },
  { by: "too_many_websockets", handshakes: ["too_many_websockets"] },
  { by: "cut", handshakes: [] },
  { by: "refresh_requested", handshakes: ["cut-before-hello"] },
  { by: "warning", handshakes: ["503", "408"] },
  { by: "cut", handshakes: ["stall"] },
  { by: "refresh_requested", handshakes: ["no-hello"] },
  { by: "link_disabled", handshakes: ["cut"] },
];

/** The longest that the bot may be without a connection, in milliseconds. */
export const backInMs = 15_000;

/** Ends the connection. Answers how long the bot was without one, in milliseconds. */
const endConnection = async (world: BotWorld, ending: Ending): Promise<number> => {
  const { slack } = world;
  const since = (await slack.state()).ledger;
  await slack.spoilHandshakes(ending.handshakes);
  const began = performance.now();
  if (ending.by === "cut") await slack.cutSockets();
  else await slack.disconnectSockets(ending.by);
  await slack.waitFor(
    async () => (await slack.entries("socket", since)).some((entry) => entry.what === "connected"),
    { timeoutMs: 2 * backInMs },
  );
  return performance.now() - began;
};

const channel = "labelling";

/**
 * Types a command while the connection ends, and types it again as long as Slack tells the person that it
 * did not work. Answers how often it was typed.
 */
const typeUntilTaken = async (world: BotWorld, text: string): Promise<number> => {
  for (let typed = 1; typed < 1_000; typed += 1) {
    const { status } = await world.slack.as("rita").command(channel, text);
    if (status === "acked") return typed;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the command was never taken");
};

/** What came of connections that ended while somebody typed. */
export type Reconnections = {
  readonly ended: number;
  /** Commands that were taken, and those for which Slack told the person that they were not. */
  readonly taken: number;
  readonly failed: number;
  /** Private answers to them. */
  readonly answered: number;
  /** The longest time without a connection, in milliseconds. */
  readonly longestMs: number;
};

/** Ends the connection in each of these ways, with commands on their way, and counts what came of it. */
export const endAll = async (world: BotWorld, list: readonly Ending[]): Promise<Reconnections> => {
  let longestMs = 0;
  let typed = 0;
  for (const ending of list) {
    const [goneMs, first, second] = await Promise.all([
      endConnection(world, ending),
      typeUntilTaken(world, "/toloka whoami"),
      typeUntilTaken(world, "/toloka help"),
    ]);
    longestMs = Math.max(longestMs, goneMs);
    typed += first + second;
  }
  const taken = 2 * list.length;
  const answers = async (): Promise<number> =>
    (await world.slack.entries("response_url")).length +
    (await world.slack.entries("delivery")).filter((sent) => sent.ackBody !== null).length;
  await world.slack.waitFor(async () => (await answers()) >= taken, { timeoutMs: 45_000 });
  const answered = await answers();
  return { ended: list.length, taken, failed: typed - taken, answered, longestMs };
};

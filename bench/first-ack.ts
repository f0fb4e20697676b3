import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { send } from "./send.ts";
import { signedCommand, type Target } from "./signed-command.ts";

/** How often a starting app is tried, in milliseconds. */
const tryMs = 10;

/** The longest a start may take, in milliseconds. */
const patienceMs = 60_000;

const acknowledges = async (target: Target, agent: Agent): Promise<boolean> => {
  try {
    const sent = await send(target.url, signedCommand(target.signingSecret, "help"), agent);
    return sent.status === 200;
  } catch (error) {
    // Nobody listens yet.
    if (error instanceof Error && "code" in error && error.code === "ECONNREFUSED") return false;
    throw error;
  }
};

/** Tries a signed command until it is acknowledged; answers the milliseconds since `beganMs`. */
export const firstAck = async (target: Target, beganMs: number): Promise<number> => {
  const agent = new Agent();
  try {
    while (performance.now() - beganMs < patienceMs) {
      if (await acknowledges(target, agent)) return performance.now() - beganMs;
      await sleep(tryMs);
    }
  } finally {
    agent.destroy();
  }
  throw new Error(`no acknowledgement ${patienceMs / 1_000} s after the start`);
};

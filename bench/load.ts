import { Agent } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Sent, send } from "./send.ts";
import { signedCommand, type Target } from "./signed-command.ts";

/** How hard an app is pressed: so many requests a second, or so many at once and each next at once. */
export type Pressure =
  | { readonly kind: "rate"; readonly perSecond: number }
  | { readonly kind: "full"; readonly atOnce: number };

/** What one stretch of load showed. */
export type Stretch = {
  /** Milliseconds of each acknowledgement. */
  readonly latencies: readonly number[];
  readonly seconds: number;
};

/** The command whose acknowledgement is measured. */
const words = "help";

const demandOk = (sent: Sent): number => {
  if (sent.status !== 200 || !sent.body.includes("toloka")) {
    throw new Error(`a command was answered ${sent.status}: ${sent.body.slice(0, 200)}`);
  }
  return sent.ms;
};

const ask = async (target: Target, agent: Agent): Promise<number> =>
  demandOk(await send(target.url, signedCommand(target.signingSecret, words), agent));

/** Sends at a fixed rate, whether or not earlier ones are answered, so that a slow app gets no rest. */
const atRate = async (
  target: Target,
  perSecond: number,
  seconds: number,
  agent: Agent,
): Promise<readonly number[]> => {
  const beganMs = performance.now();
  const asked: Promise<number>[] = [];
  for (let index = 0; index < perSecond * seconds; index += 1) {
    const waitMs = beganMs + (index * 1_000) / perSecond - performance.now();
    if (waitMs > 0) await sleep(waitMs);
    const answer = ask(target, agent);
    // A failure is thrown below; until then it must not end the process.
    answer.catch(() => undefined);
    asked.push(answer);
  }
  return Promise.all(asked);
};

const inFull = async (
  target: Target,
  atOnce: number,
  seconds: number,
  agent: Agent,
): Promise<readonly number[]> => {
  const latencies: number[] = [];
  const endMs = performance.now() + seconds * 1_000;
  const lane = async (): Promise<void> => {
    while (performance.now() < endMs) latencies.push(await ask(target, agent));
  };
  await Promise.all(Array.from({ length: atOnce }, lane));
  return latencies;
};

/** Presses an app for some seconds over kept connections. Throws at the first answer that is no acknowledgement. */
export const press = async (
  target: Target,
  pressure: Pressure,
  seconds: number,
): Promise<Stretch> => {
  const agent = new Agent({ keepAlive: true });
  const beganMs = performance.now();
  try {
    const latencies =
      pressure.kind === "rate"
        ? await atRate(target, pressure.perSecond, seconds, agent)
        : await inFull(target, pressure.atOnce, seconds, agent);
    return { latencies, seconds: (performance.now() - beganMs) / 1_000 };
  } finally {
    agent.destroy();
  }
};

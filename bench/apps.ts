import { join } from "node:path";
import { type Child, startChild } from "../playground/child.ts";
import { freePort } from "../playground/free-port.ts";
import { firstAck } from "./first-ack.ts";
import type { Target } from "./signed-command.ts";
import type { StandIns } from "./stand-ins.ts";

/** A running app under measurement. */
export type MeasuredApp = Target & {
  readonly name: string;
  readonly pid: number;
  /** From starting the process to its first acknowledged command, in milliseconds. */
  readonly firstAckMs: number;
  stop(): Promise<void>;
};

const begin = async (
  name: string,
  args: readonly string[],
  target: Target,
  env: { readonly [name: string]: string },
): Promise<MeasuredApp> => {
  const beganMs = performance.now();
  const acknowledged = firstAck(target, beganMs);
  // When the process ends early, its last lines say more than the missing acknowledgement.
  acknowledged.catch(() => undefined);
  const { child }: { child: Child } = await startChild({
    name,
    args,
    env,
    isReady: (line) => line.includes("is ready"),
    onLine: () => undefined,
  });
  const { pid } = child.process;
  if (pid === undefined) throw new Error(`${name} has no process id`);
  const stop = async (): Promise<void> => {
    const code = await child.stop(30_000);
    if (code !== 0) throw new Error(`${name} ended with ${code} after SIGTERM`);
  };
  return { ...target, name, pid, firstAckMs: await acknowledged, stop };
};

/** Starts the bare Bolt app. */
export const startBare = async (signingSecret: string): Promise<MeasuredApp> => {
  const port = await freePort();
  const target = { url: `http://127.0.0.1:${port}/slack/events`, signingSecret };
  return begin("bare Bolt", ["bench/bare-bolt.ts"], target, {
    BENCH_PORT: String(port),
    BENCH_SIGNING_SECRET: signingSecret,
  });
};

/** Starts Lifeguard as shipped on the embedded database in `folder`, on its default settings. */
export const startLifeguard = async (standIns: StandIns, folder: string): Promise<MeasuredApp> => {
  const port = await freePort();
  const { signingSecret } = standIns;
  const target = { url: `http://127.0.0.1:${port}/slack/events`, signingSecret };
  return begin("Lifeguard", ["--max-semi-space-size=4", "src/main.ts"], target, {
    SLACK_BOT_TOKEN: standIns.botToken,
    SLACK_SIGNING_SECRET: signingSecret,
    SLACK_API_URL: standIns.slackApi,
    TOLOKA_SANDBOX_API_KEY: standIns.apiKey,
    TOLOKA_SANDBOX_URL: standIns.tolokaApi,
    TOLOKA_SANDBOX_AUTH: "ApiKey",
    COMMANDS_A_MINUTE: "999999",
    OPEN_DRAFTS: "999999",
    PORT: String(port),
    DATA_DIR: join(folder, "db"),
  });
};

import { z } from "zod";
import { createSlackControl, type SlackControl } from "../emulators/slack/control-client.ts";
import { createTolokaControl, type TolokaControl } from "../emulators/toloka/control-client.ts";
import { type Child, startChild } from "../playground/child.ts";

/** Both stand-ins as processes of their own, and what an app needs to reach them. */
export type StandIns = {
  readonly slack: SlackControl;
  readonly toloka: TolokaControl;
  readonly slackApi: string;
  readonly tolokaApi: string;
  readonly botToken: string;
  readonly signingSecret: string;
  readonly apiKey: string;
  stop(): Promise<void>;
};

/** Made-up secrets: they open nothing outside this machine. */
const botToken = "xoxb-bench-0001-lifeguard";
const signingSecret = "bench-signing-secret";
const apiKey = "bench-sandbox-key";

/** Dollars of the account: enough for any run here. */
const balance = "100000";

const readySchema = z.object({ url: z.string(), api: z.string() });

/** Starts a stand-in on a free port. */
const startStandIn = async (name: string, args: readonly string[]) => {
  const { child, readyLine } = await startChild({
    name: `the ${name} stand-in`,
    args: [`emulators/${name}/main.ts`, "--port", "0", ...args],
    env: {},
    isReady: (line) => line.startsWith("{"),
    onLine: () => undefined,
  });
  return { child, addresses: readySchema.parse(JSON.parse(readyLine)) };
};

/** A Toloka stand-in for one measurement, with its process id. */
export const startTolokaAlone = async (key: string, args: readonly string[]) => {
  const { child, addresses } = await startStandIn("toloka", ["--api-key", key, ...args]);
  const { pid } = child.process;
  if (pid === undefined) throw new Error("the toloka stand-in has no process id");
  const stop = async (): Promise<void> => {
    await child.stop();
  };
  return { api: addresses.api, pid, stop };
};

/** Starts both stand-ins on free ports. */
export const startStandIns = async (): Promise<StandIns> => {
  const started: Child[] = [];
  const begin = async (
    name: string,
    args: readonly string[],
  ): Promise<z.output<typeof readySchema>> => {
    const { child, addresses } = await startStandIn(name, args);
    started.push(child);
    return addresses;
  };
  const stop = async (): Promise<void> => {
    await Promise.all(started.map((child) => child.stop()));
  };
  try {
    const [slack, toloka] = await Promise.all([
      begin("slack", [
        ...["--bot-token", botToken, "--signing-secret", signingSecret],
        ...["--manifest", "manifest.yml"],
      ]),
      begin("toloka", ["--api-key", apiKey, "--balance", balance]),
    ]);
    return {
      slack: createSlackControl(slack.url),
      toloka: createTolokaControl(toloka.url),
      slackApi: slack.api,
      tolokaApi: toloka.api,
      botToken,
      signingSecret,
      apiKey,
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};

import { z } from "zod";
import { createSlackControl, type SlackControl } from "../../emulators/slack/control-client.ts";
import { createTolokaControl, type TolokaControl } from "../../emulators/toloka/control-client.ts";
import { startChild } from "../../playground/child.ts";

/** The bot's token in the demo; it opens nothing outside this machine. */
const botToken = "xoxb-demo-0001-lifeguard";

const slackAnswer = z.looseObject({
  ok: z.literal(true),
  /** Of a message. */
  ts: z.string().default(""),
  permalink: z.string().default(""),
});
type SlackAnswer = z.infer<typeof slackAnswer>;

/** The demo as a newcomer starts it: its page, and the stand-ins behind the page. */
export type Playground = {
  readonly url: string;
  readonly slack: SlackControl;
  readonly toloka: TolokaControl;
  /** A Web API call with the bot's own token. Throws when Slack's stand-in does not say ok. */
  api(method: string, body: object): Promise<SlackAnswer>;
  stop(): Promise<void>;
};

/** Starts `npm run demo` on a free port, with more arguments if given. */
export const startPlayground = async (args: readonly string[] = []): Promise<Playground> => {
  const { child, readyLine } = await startChild({
    name: "playground",
    args: ["playground/main.ts", "--port", "0", "--no-open", ...args],
    env: {},
    isReady: (line) => line.includes("Open http"),
    onLine: () => undefined,
  });
  const url = /http:\S+/.exec(readyLine)?.[0] ?? "";
  return {
    url,
    slack: createSlackControl(`${url}/slack`),
    toloka: createTolokaControl(`${url}/toloka`),
    api: async (method, body) => {
      const response = await fetch(`${url}/slack/api/${method}`, {
        method: "POST",
        body: JSON.stringify(body),
        headers: { "content-type": "application/json", authorization: `Bearer ${botToken}` },
      });
      return slackAnswer.parse(await response.json());
    },
    stop: async () => {
      await child.stop(20_000);
    },
  };
};

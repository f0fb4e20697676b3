import { createSlackControl, type SlackControl } from "../../emulators/slack/control-client.ts";
import { createTolokaControl, type TolokaControl } from "../../emulators/toloka/control-client.ts";
import { startChild } from "../../playground/child.ts";

/** The demo as a newcomer starts it: its page, and the stand-ins behind the page. */
export type Playground = {
  readonly url: string;
  readonly slack: SlackControl;
  readonly toloka: TolokaControl;
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
    stop: async () => {
      await child.stop(20_000);
    },
  };
};

import type { SlackPerson } from "../../emulators/slack/control/person.ts";
import type { SlackControl } from "../../emulators/slack/control-client.ts";
import type { ScreenMessage } from "../../emulators/slack/screen.ts";

/** The longest the tour waits for something to appear, in milliseconds. */
const patienceMs = 20_000;

/** Tells what people do and see, as they would read it. */
export type Story = {
  readonly chapter: (title: string) => void;
  readonly does: (who: string, what: string) => void;
  /** Waits for a message that a person sees and prints it once. */
  readonly sees: (
    who: string,
    place: { readonly channel: string; readonly thread?: string },
    wanted: (message: ScreenMessage) => boolean,
  ) => Promise<ScreenMessage>;
  /** Waits for a modal with this title. */
  readonly form: (who: string, title: string) => Promise<void>;
  readonly person: (name: string) => SlackPerson;
};

const indent = (text: string, by: string): string =>
  text
    .split("\n")
    .map((line) => `${by}${line}`)
    .join("\n");

/** Starts a story over a workspace; `print` gets the lines. */
export const createStory = (slack: SlackControl, print: (text: string) => void): Story => {
  const seen = (message: ScreenMessage, who: string, inThread: boolean): string => {
    const head = `${message.from}${message.ephemeral ? ` (only ${who} sees this)` : ""}${inThread ? " in the thread" : ""}:`;
    const files = message.files.map((file) => `[file ${file.name}, ${file.size} bytes]`);
    return `    ${head}\n${indent([message.text, ...files].filter((line) => line !== "").join("\n"), "      | ")}`;
  };
  return {
    chapter: (title) => print(`\n== ${title} ==`),
    does: (who, what) => print(`\n  ${who} ${what}`),
    person: (name) => slack.as(name),
    sees: async (who, place, wanted) => {
      const reader = slack.as(who);
      const found = await slack.waitFor(
        async () => {
          const messages =
            place.thread === undefined
              ? await reader.messages(place.channel)
              : await reader.thread(place.channel, place.thread);
          return messages.findLast(wanted);
        },
        { timeoutMs: patienceMs },
      );
      print(seen(found, who, place.thread !== undefined));
      return found;
    },
    form: async (who, title) => {
      await slack.waitFor(async () => (await slack.as(who).modal())?.title === title, {
        timeoutMs: patienceMs,
      });
    },
  };
};

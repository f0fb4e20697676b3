import type { BotWorld } from "./bot-world.ts";

/** A policy whose periods are short enough for tests. */
export const hastyPolicy = "quiet_period: 3s\noutage_notice: 2s\nstuck_after: 12s\n";

/** How a thread or a direct conversation tells of an outage. */
const notices = [
  [/\*Toloka (\(\w+\) )?does not answer\*/, "silent"],
  [/\*Toloka (\(\w+\) )?answers again\.?\*/, "back"],
  [/Waiting for Toloka's quota/, "quota"],
  [/\*Stopped\.\*/, "stopped"],
  [/The pool is open/, "opened"],
  [/Approved, but not opened/, "not opened"],
] as const;

const labelled = (texts: readonly string[]): string[] =>
  texts.flatMap((text) => notices.flatMap(([words, label]) => (words.test(text) ? [label] : [])));

/** What a person was told directly about Toloka's silence, in order. */
export const directNotices = async (world: BotWorld, who: string): Promise<string[]> =>
  labelled((await world.slack.as(who).dm()).map(({ text }) => text));

/** The same in a thread, with openings and stops. */
export const threadNotices = async (
  world: BotWorld,
  place: { readonly channel: string; readonly ts: string },
): Promise<string[]> =>
  labelled(
    (await world.slack.as("lena").thread(place.channel, place.ts))
      .filter((message) => message.ts !== place.ts)
      .map(({ text }) => text),
  );

import { expect } from "vitest";
import type { LedgerEntry } from "../../emulators/toloka/ledger.ts";
import { type BotWorld, otherProgram } from "./bot-world.ts";
import type { Followed } from "./made-elsewhere.ts";
import { eventually } from "./shoes.ts";

/** What the watcher can say in a thread, each as a short label. */
const labels: readonly (readonly [RegExp, (found: RegExpExecArray) => string])[] = [
  [/^\*?The pool is open\*?, confirmed/, () => "opened"],
  [/^\*?This pool was opened outside this bot/, () => "opened outside"],
  [/^\*?Open again after an edit/, () => "open again after an edit"],
  [/^\*?Closes in less than ([^*,]+)/, (found) => `less than ${found[1]}`],
  [/^\*?The pool is closed\.\*? ([^\n]*)/, (found) => `closed: ${found[1]}`],
];

/** Everything a run's thread was told about its pool, in order, as labels. */
export const story = async (world: BotWorld, run: Followed): Promise<readonly string[]> => {
  const thread = await world.slack.as("lena").thread(run.channel, run.ts);
  return thread
    .filter((message) => message.fromApp && message.ts !== run.ts)
    .flatMap((message) =>
      labels.flatMap(([pattern, label]) => {
        const found = pattern.exec(message.text);
        return found === null ? [] : [label(found)];
      }),
    );
};

/** The bot's own requests since a number of the ledger. */
export const botCalls = async (world: BotWorld, since: number): Promise<readonly LedgerEntry[]> =>
  (await world.toloka.ledger(since)).filter((call) => call.headers.user_agent !== otherProgram);

/** The number of the last request so far. */
export const lastCall = async (world: BotWorld): Promise<number> =>
  (await world.toloka.state()).counts.requests;

/** Whether a request begins a look of the watcher at the open pools. */
const beginsLook = (call: LedgerEntry): boolean =>
  call.path === "/api/v1/pools" &&
  call.query.status === "OPEN" &&
  call.query.id_gt === undefined &&
  call.status === 200;

/** Waits until the watcher has looked at the open pools so many more times; three show that it is done. */
export const looks = async (world: BotWorld, count = 3): Promise<void> => {
  const since = await lastCall(world);
  await eventually(
    world,
    async () => (await botCalls(world, since)).filter(beginsLook).length >= count,
  );
};

/** Waits until a run's thread has as many labels as expected, and compares the whole story. */
export const untilStory = async (
  world: BotWorld,
  run: Followed,
  expected: readonly string[],
): Promise<void> => {
  const seen = async (): Promise<boolean> => (await story(world, run)).length >= expected.length;
  // What did not come is shown by the comparison, with everything that did.
  await eventually(world, seen).catch(() => null);
  expect(await story(world, run)).toEqual(expected);
};

/** The same, and compares once more after further looks: nothing is told twice. */
export const settledStory = async (
  world: BotWorld,
  run: Followed,
  expected: readonly string[],
): Promise<void> => {
  await untilStory(world, run, expected);
  await looks(world);
  expect(await story(world, run)).toEqual(expected);
};

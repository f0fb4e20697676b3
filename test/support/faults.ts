import type { LedgerEntry } from "../../emulators/toloka/ledger.ts";
import type { BotWorld } from "./bot-world.ts";
import { secretsIn } from "./secrets.ts";
import { cardOf, channel } from "./shoes.ts";

/** A policy whose quiet period is short enough for tests. */
export const quietPolicy = "quiet_period: 3s\n";

/** The quiet period of `quietPolicy`, in milliseconds. */
export const quietMs = 3_000;

/** The longest that faults together may delay something, in milliseconds. */
const patienceMs = 60_000;

/** Waits for something that faults delay. */
export const inTheEnd = <Found>(
  world: BotWorld,
  what: string,
  look: () => Promise<Found | undefined | null | false>,
): Promise<Found> => world.slack.waitFor(look, { timeoutMs: patienceMs, what });

/** What each reply of a run's thread begins with, in its order, without bold marks, names and numbers. */
export const storyOf = async (world: BotWorld, ts: string): Promise<string[]> => {
  const thread = await world.slack.as("lena").thread(channel, ts);
  return thread
    .filter((message) => message.ts !== ts && message.fromApp)
    .map((message) => /^[^.:!\d]*/.exec(message.text.replaceAll("*", ""))?.[0].trim() ?? "");
};

/** Where a whole run's thread ends when nothing is lost and nothing said twice. */
export const wholeStory = [
  "Project",
  "Pool",
  "Ready",
  "Approval wanted",
  "Approved by @alan",
  "The pool is open, confirmed by Toloka",
] as const;

/** Waits until the run's thread says that the pool is open. */
export const openInTheEnd = async (world: BotWorld, poolName: string): Promise<string> => {
  const card = await cardOf(world, poolName);
  await inTheEnd(world, `${poolName} to be told open`, async () =>
    (await storyOf(world, card.ts)).some((line) => line.startsWith("The pool is open")),
  );
  return card.ts;
};

/** Approves a run as soon as it asks for it. */
export const approveInTheEnd = async (world: BotWorld, poolName: string): Promise<void> => {
  const card = await inTheEnd(world, `the request of ${poolName}`, () =>
    cardOf(world, poolName, (shown) => shown.text.includes("[Approve]")),
  );
  await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
};

/** The writes of one route in the ledger, such as `POST /pools` or `POST /pools/:id/open`. */
export const writesOf = (ledger: readonly LedgerEntry[], route: string): LedgerEntry[] => {
  const [method, path = ""] = route.split(" ");
  const pattern = new RegExp(`^/api/v1${path.replace(":id", "[^/]+")}$`);
  return ledger.filter((entry) => entry.method === method && pattern.test(entry.path));
};

/** Writes that had an effect, now or late; a repeated operation and an opening of an open pool have none. */
export const effective = (writes: readonly LedgerEntry[]): LedgerEntry[] =>
  writes.filter(
    ({ effect, fault, status }) =>
      effect !== "none" &&
      (status === null ||
        (fault !== null && fault !== "delay") ||
        (status < 300 && status !== 204)),
  );

const bodyText = (entry: LedgerEntry): string => JSON.stringify(entry.body) ?? "";

/** What a write is about: the run in its marker, or the pool of its tasks or its path. */
export const subjectOf = (entry: LedgerEntry): string =>
  /"lifeguard_run":\["([^"]+)"\]/.exec(bodyText(entry))?.[1] ??
  /"pool_id":"(\d+)"/.exec(bodyText(entry))?.[1] ??
  entry.path;

/** The lines of the bot's log that hold one of its secrets. */
export const leaks = (world: BotWorld): string[] =>
  world.log().filter((line) => secretsIn(line).length > 0);

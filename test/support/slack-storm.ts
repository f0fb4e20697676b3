import type { LedgerEntry } from "../../emulators/slack/ledger-entry.ts";
import type { BotWorld } from "./bot-world.ts";
import type { Chance } from "./seeded.ts";

type Post = Extract<LedgerEntry, { kind: "api" }>;

/** Kinds of faults by weight; a time-out costs the client ten seconds, so it is the rarest. */
const kinds = [
  "reset-after",
  "reset-after",
  "reset-after",
  "http-500",
  "http-500",
  "rate-limit",
  "rate-limit",
  "reset-before",
  "timeout-after",
] as const;

/** Lets a share of the next `calls` calls of a method fail, each in a way of its own. */
export const stormOn = async (
  world: BotWorld,
  method: string,
  options: { readonly calls: number; readonly share: number; readonly chance: Chance },
): Promise<void> => {
  let passed = 0;
  for (let call = 0; call < options.calls; call += 1) {
    if (options.chance.next() >= options.share) {
      passed += 1;
      continue;
    }
    const kind = kinds[options.chance.below(kinds.length)] ?? "http-500";
    await world.slack.addFault({ method, kind, retryAfter: 1, after: passed, times: 1 });
  }
};

/** The posts into one thread that Slack carried out, in their order. */
export const postsIn = async (world: BotWorld, threadTs: string): Promise<readonly Post[]> =>
  (await world.slack.entries("api")).filter(
    (call) => call.method === "chat.postMessage" && call.effect && call.args.thread_ts === threadTs,
  );

/** Whether the app got no usable answer to a call that was carried out. */
export const isAmbiguous = (call: Post): boolean => call.effect && call.fault !== null;

/** The delivery key that a post carries. */
export const keyOf = (call: Post): string =>
  /"key":"([^"]+)"/.exec(JSON.stringify(call.args.metadata).replaceAll("\\", ""))?.[1] ?? "none";

import type { ScreenMessage } from "../../emulators/slack/screen.ts";
import type { MeasuredApp } from "../apps.ts";
import { usageOf, type Watched, whileWatched } from "../process-usage.ts";
import type { StandIns } from "../stand-ins.ts";
import { until } from "../until.ts";

/** What the results of a pool cost, from its closing to the last file in the thread. */
export type AnswersFigures = {
  readonly answers: number;
  /** Both files together, in bytes. */
  readonly fileBytes: number;
  /** Memory before the closing, in bytes. */
  readonly idleBytes: number;
  readonly told: Watched;
  /** Processor time of the bot, in milliseconds. */
  readonly cpuMs: number;
};

const channel = "labelling";

/** Tolokers who work at once, and how far the clock goes in one step, in seconds. */
const workers = 1_000;
const stepSeconds = 600;

const cardOf = async ({ slack }: StandIns, poolName: string): Promise<ScreenMessage> => {
  const messages = await slack.as("alan").messages(channel);
  const card = messages.findLast(({ fromApp, text }) => fromApp && text.includes(poolName));
  if (card === undefined) throw new Error(`there is no card of ${poolName}`);
  return card;
};

/** Lets the crowd answer everything. */
const work = async ({ toloka }: StandIns, poolId: string): Promise<void> => {
  await toloka.placeCrowd({ workers, languages: ["EN", "RU"], start: true });
  for (let steps = 0; steps < 500; steps += 1) {
    await toloka.advance({ seconds: stepSeconds });
    const { pools } = await toloka.state();
    if (pools.find(({ id }) => id === poolId)?.status === "CLOSED") return;
  }
  throw new Error(`the pool ${poolId} is not done after 500 steps`);
};

/** Measures the results of a run that waits for approval, with all its answers. */
export const measureAnswers = async (
  standIns: StandIns,
  app: MeasuredApp,
  poolName: string,
): Promise<AnswersFigures> => {
  const { slack, toloka } = standIns;
  const alan = slack.as("alan");
  const card = await cardOf(standIns, poolName);
  const poolId = /· pool (\d+)/.exec(card.text)?.[1] ?? "";
  const thread = async (): Promise<string> =>
    (await alan.thread(channel, card.ts))
      .map(({ text, files }) => `${text} ${files.map(({ name }) => name).join(" ")}`)
      .join("\n");
  await alan.press("Approve", { channel, ts: card.ts });
  await until("the opening", thread, (seen) => seen.includes("The pool is open"));
  const before = usageOf(app.pid);
  await work(standIns, poolId);
  // The minute in which Toloka's lists may not be whole is not the bot's.
  await toloka.advance({ seconds: 61 });
  const told = await whileWatched(app.pid, () =>
    until("the results", thread, (seen) => seen.includes(`majority-${poolId}.csv`)),
  );
  const found = await alan.thread(channel, card.ts);
  const results = found.find(({ text }) => /^\*Results:\*/.test(text))?.text ?? "";
  await toloka.stopCrowd();
  return {
    answers: Number(/([\d,]+) answers/.exec(results)?.[1]?.replaceAll(",", "") ?? 0),
    fileBytes: found.flatMap(({ files }) => files).reduce((sum, { size }) => sum + size, 0),
    idleBytes: before.rssBytes,
    told,
    cpuMs: usageOf(app.pid).cpuMs - before.cpuMs,
  };
};

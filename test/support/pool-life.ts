import type { BotWorld } from "./bot-world.ts";
import { approve, askToOpen, type Followed, hours, makePool, tolokaNow } from "./made-elsewhere.ts";
import { settledStory, untilStory } from "./watching.ts";

/** What a thread says when a pool's time was over. */
export const expired = "closed: Its closing time was reached; answers may be missing.";

const whole = ["opened", "less than 1 day", "less than 4 h", "less than 1 h", expired];

/** What is done to the bot around one step of a pool's life. */
export type Around = {
  /** Makes the step true by `happens`, with whatever is done to the bot meanwhile. */
  readonly during?: (happens: () => Promise<void>) => Promise<void>;
  /** Once the thread was told the step. */
  readonly after?: () => Promise<void>;
};

/**
 * Lets a new pool live: opened by an approval, 24 h, 4 h and 1 h left, closed by its clock. After each
 * step its thread must have been told exactly the steps so far.
 */
export const liveThrough = async (
  world: BotWorld,
  name: string,
  { during = (happens) => happens(), after = async () => {} }: Around,
): Promise<Followed> => {
  const poolId = await makePool(world, name);
  const closes = (await tolokaNow(world)) + hours(48);
  const run = await askToOpen(world, poolId);
  const leave = async (ms: number): Promise<void> => {
    await world.toloka.advance({ ms: closes - (await tolokaNow(world)) - ms });
  };
  // People can press only while the bot runs.
  await approve(world, run);
  await untilStory(world, run, whole.slice(0, 1));
  await after();
  for (const [index, left] of [hours(24), hours(4), hours(1), 0].entries()) {
    await during(() => leave(left - 30_000));
    await untilStory(world, run, whole.slice(0, index + 2));
    await after();
  }
  await settledStory(world, run, whole);
  return run;
};

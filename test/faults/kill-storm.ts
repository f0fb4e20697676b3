import { setTimeout as pause } from "node:timers/promises";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { quietPolicy } from "../support/faults.ts";
import { type AskedRun, judge, type Verdict } from "../support/judge.ts";
import { seeded } from "../support/seeded.ts";
import { approveAll, draft, sendInTheEnd } from "../support/stubborn.ts";
import { startTap } from "../support/tap.ts";

/** What an episode of kills ended in. */
export type Storm = Verdict & { readonly kills: number; readonly runs: number };

const people = ["rita", "anna", "lena", "omar", "alan"] as const;

/** The longest that a call is held back: 30 s where the quiet period is 120 s; here it is 3 s. */
const lateMs = 750;

/** The longest life of the bot between two kills, in milliseconds from its readiness. */
const longestLifeMs = 1_000;

/** When runs are still not open so long after the last kill, they are lost, in milliseconds. */
const patienceMs = 60_000;

/**
 * Five people send runs at once while the bot is killed at random moments and a quarter of its effects
 * reach Toloka late, so that some land after their sender's death. Then it is left alone and judged.
 */
export const killStorm = async (options: {
  readonly seed: number;
  readonly mostKills: number;
  readonly env?: { readonly [name: string]: string };
}): Promise<Storm> => {
  const chance = seeded(options.seed);
  const tap = await startTap({ crash: () => {}, lateMs });
  const world: BotWorld = await startBotWorld({
    policy: quietPolicy,
    between: tap.between,
    ...(options.env === undefined ? {} : { env: options.env }),
  });
  try {
    const runs = people.map((who) => ({
      who,
      poolName: `Pool ${options.seed} of ${who}`,
      projectName: `Shoes ${options.seed} of ${who}`,
    }));
    await Promise.all(runs.map((run) => draft(world, run.who, run)));
    tap.begin(({ name }) =>
      name.startsWith("POST /") && chance.next() < 0.25 ? { delayMs: chance.below(lateMs) } : {},
    );
    let kills = 0;
    let isOpen = false;
    let endsAt = Number.POSITIVE_INFINITY;
    const storm = async (): Promise<void> => {
      while (!isOpen && kills < options.mostKills) {
        await pause(chance.below(longestLifeMs));
        await world.kill();
        kills += 1;
        await world.startBot();
      }
      endsAt = performance.now() + patienceMs;
    };
    const work = async (): Promise<void> => {
      await Promise.all(runs.map(({ who }) => sendInTheEnd(world, who)));
      await approveAll(world, runs, () => performance.now() > endsAt);
      isOpen = true;
    };
    await Promise.all([storm(), work()]);
    await settled(world, runs);
    return { ...(await judge(world, runs)), kills, runs: runs.length };
  } finally {
    await world.close();
    await tap.close();
  }
};

/** Waits until nothing can land any more and the threads had time for their last words. */
const settled = async (world: BotWorld, runs: readonly AskedRun[]): Promise<void> => {
  const until = performance.now() + 20_000;
  await pause(lateMs);
  while (performance.now() < until && (await judge(world, runs)).violations.length > 0) {
    await pause(500);
  }
};

import { setTimeout as pause } from "node:timers/promises";
import { expect, test } from "vitest";
import { startBotWorld } from "../support/bot-world.ts";
import { quietPolicy } from "../support/faults.ts";
import { type AskedRun, judge } from "../support/judge.ts";
import { faultSeed, seeded, trials } from "../support/seeded.ts";
import { approveAll, draft, sendInTheEnd } from "../support/stubborn.ts";

const people = ["rita", "anna", "lena", "omar", "alan"] as const;

/** The longest life between two stops and the longest that a run may take after them, in milliseconds. */
const longestLifeMs = 1_500;
const patienceMs = 60_000;

test("SIGTERM at 50 random moments ends with 0 in 25 s, and the next start goes on", async () => {
  const seed = faultSeed();
  const chance = seeded(seed);
  const wanted = trials(50);
  const codes: (number | null)[] = [];
  const tookMs: number[] = [];
  const asked: AskedRun[] = [];
  const world = await startBotWorld({ policy: quietPolicy });
  try {
    for (let turn = 1; codes.length < wanted; turn += 1) {
      const runs = people.map((who) => ({
        who,
        poolName: `Stopped ${turn} of ${who}`,
        projectName: `Shoes ${turn} of ${who}`,
      }));
      asked.push(...runs);
      await Promise.all(runs.map((run) => draft(world, run.who, run)));
      let isOpen = false;
      const stopping = async (): Promise<void> => {
        while (!isOpen && codes.length < wanted) {
          await pause(chance.below(longestLifeMs));
          const began = performance.now();
          codes.push(await world.stopBot());
          tookMs.push(Math.round(performance.now() - began));
          await world.startBot();
        }
      };
      const working = async (): Promise<void> => {
        const endsAt = performance.now() + 4 * patienceMs;
        await Promise.all(runs.map(({ who }) => sendInTheEnd(world, who)));
        await approveAll(world, runs, () => performance.now() > endsAt);
        isOpen = true;
      };
      await Promise.all([stopping(), working()]);
      let verdict = await judge(world, runs, asked);
      for (const until = performance.now() + 15_000; verdict.violations.length > 0; ) {
        if (performance.now() > until) break;
        await pause(250);
        verdict = await judge(world, runs, asked);
      }
      expect(verdict).toEqual({ violations: [], duplicates: 0 });
    }
    console.log(`seed ${seed}: ${codes.length} stops, the longest took ${Math.max(...tookMs)} ms`);
    expect(codes.filter((code) => code !== 0)).toEqual([]);
    expect(Math.max(...tookMs)).toBeLessThan(25_000);
  } finally {
    await world.close();
  }
});

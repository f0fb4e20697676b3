import { expect, test } from "vitest";
import { faultSeed, trials } from "../support/seeded.ts";
import { killStorm, type Storm } from "./kill-storm.ts";

/** So many kills on five runs; then the next five begin. */
const killsAnEpisode = 20;

/** Episodes until there were so many kills, each with its own seed. */
const storms = async (
  kills: number,
  env: { readonly [name: string]: string } = {},
): Promise<readonly Storm[]> => {
  const all: Storm[] = [];
  const first = faultSeed();
  for (let seed = first; all.reduce((sum, each) => sum + each.kills, 0) < kills; seed += 1) {
    const storm = await killStorm({ seed, mostKills: killsAnEpisode, env });
    console.log(`seed ${seed}: ${JSON.stringify(storm)}`);
    all.push(storm);
  }
  return all;
};

const total = (all: readonly Storm[], of: "kills" | "duplicates"): number =>
  all.reduce((sum, each) => sum + each[of], 0);

test("200 kills at random moments, with effects that land late, break no promise", async () => {
  const all = await storms(trials(200));
  expect(all.flatMap((storm) => storm.violations)).toEqual([]);
  expect(total(all, "duplicates")).toBeLessThanOrEqual(total(all, "kills"));
});

test("without look-ups and computed keys the same kills do break them", async () => {
  const all = await storms(trials(40), { FAULT_DRILL: "forget" });
  expect(all.flatMap((storm) => storm.violations)).not.toEqual([]);
});

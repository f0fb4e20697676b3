import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dueWarning, warnedAfter } from "../../src/domain/expiry.ts";

const hour = 3_600_000;
const levelsMs = [24 * hour, 4 * hour, hour];
const willExpire = new Date("2026-12-01T16:00:00Z");

/** Lets a watcher look at the given times left and tells which levels it warned of. */
const toldAt = (lefts: readonly number[]): readonly number[] => {
  let warnedMs: readonly number[] = [];
  const told: number[] = [];
  for (const left of lefts) {
    const now = new Date(willExpire.getTime() - left);
    const level = dueWarning({ willExpire, now, levelsMs, warnedMs });
    if (level === null) continue;
    told.push(level / hour);
    warnedMs = warnedAfter(level, { levelsMs, warnedMs });
  }
  return told;
};

describe("the warning before closing", () => {
  test.each<[string, readonly number[], readonly number[]]>([
    ["once for each level", [25, 24, 23, 5, 4, 3.9, 1, 0.5, 0.1], [24, 4, 1]],
    ["not before the first level", [100, 24.01], []],
    ["at the level itself", [24], [24]],
    ["once for a pool made with three hours left", [3, 2.9, 2], [4]],
    ["at the tightest level after a long downtime", [30, 0.5], [1]],
    ["not when the time is over", [0, -1], []],
    ["not again when the clock was set back", [3, 20, 30, 3], [4]],
  ])("is told %s", (_, lefts, levels) => {
    expect(toldAt(lefts.map((left) => left * hour))).toEqual(levels);
  });

  test("is told again for a closing time that was moved", () => {
    const now = new Date(willExpire.getTime() - hour / 2);
    const later = new Date(willExpire.getTime() + 10 * hour);
    expect(dueWarning({ willExpire: later, now, levelsMs, warnedMs: [] })).toBe(24 * hour);
  });

  test("counts wider levels as told", () => {
    expect(warnedAfter(4 * hour, { levelsMs, warnedMs: [] })).toEqual([4 * hour, 24 * hour]);
  });

  test("never comes twice for a level, however often the watcher looks", () => {
    const looks = fc.array(fc.integer({ min: -2 * hour, max: 30 * hour }), { maxLength: 40 });
    fc.assert(
      fc.property(looks, (lefts) => {
        const told = toldAt(lefts);
        expect(new Set(told).size).toBe(told.length);
        expect(told).toEqual(told.toSorted((a, b) => b - a));
      }),
    );
  });
});

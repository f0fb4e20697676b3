import { describe, expect, test } from "vitest";
import type { Fee } from "../../../src/domain/cost.ts";
import {
  agreementOf,
  countSuite,
  noSuites,
  type SuiteCounts,
} from "../../../src/domain/results/summary.ts";
import type { FieldResult } from "../../../src/domain/results/task-results.ts";
import { seeded } from "../../support/seeded.ts";
import { makeAssignment } from "./make-answers.ts";

const fee: Fee = { feePercent: 30, minFeeMicros: 5_000 };

const countAll = (
  suites: readonly (readonly [status: string, rewardMicros: number])[],
  by: Fee = fee,
): SuiteCounts =>
  suites.reduce(
    (counts, [status, rewardMicros]) =>
      countSuite(counts, makeAssignment({ status, rewardMicros }), by),
    noSuites,
  );

describe("the suites of a pool", () => {
  test.each([
    ["ACCEPTED", { accepted: 1, paidMicros: 26_000 }],
    ["SUBMITTED", { submitted: 1, waitingMicros: 26_000 }],
    ["REJECTED", { rejected: 1 }],
    ["SKIPPED", { skipped: 1 }],
    ["EXPIRED", { expired: 1 }],
    ["ACTIVE", { active: 1 }],
    ["A_WORD_THAT_CAME_LATER", { other: 1 }],
    ["accepted", { other: 1 }],
    ["workers", { other: 1 }],
    ["paidMicros", { other: 1 }],
    ["constructor", { other: 1 }],
    ["toString", { other: 1 }],
    ["__proto__", { other: 1 }],
    ["", { other: 1 }],
  ])(
    "count one that is %j once, and only work that is or will be accepted costs",
    (status, one) => {
      expect(countAll([[status, 20_000]])).toStrictEqual({ ...noSuites, ...one });
    },
  );

  test("that do not exist count nothing and cost nothing", () => {
    expect(Object.values(noSuites)).toEqual(Array.from({ length: 10 }, () => 0));
  });

  test("cost at least the minimum fee each, not the minimum of their sum", () => {
    const { paidMicros, waitingMicros } = countAll([
      ["ACCEPTED", 1_000],
      ["ACCEPTED", 1_000],
      ["SUBMITTED", 0],
    ]);
    expect([paidMicros, waitingMicros]).toEqual([12_000, 5_000]);
  });

  test("are told apart by their own price where prices differ", () => {
    const { accepted, paidMicros } = countAll([
      ["ACCEPTED", 20_000],
      ["ACCEPTED", 100_000],
    ]);
    expect([accepted, paidMicros]).toEqual([2, 26_000 + 130_000]);
  });

  test.each([
    [5, 10, 1],
    [4, 10, 0],
    [3, 50, 2],
    [8, 12.5, 1],
    [10_000, 0.0049, 0],
    [10_000, 0.005, 1],
  ])(
    "of %i micro-dollars at %f %% have a fee of %i, rounded half up",
    (price, feePercent, more) => {
      const { paidMicros } = countAll([["ACCEPTED", price]], { feePercent, minFeeMicros: 0 });
      expect(paidMicros).toBe(price + more);
    },
  );

  test("cost what whole numbers say, for 500 random pools of all statuses", () => {
    const chance = seeded(4_711);
    const words = [
      ...["ACCEPTED", "ACCEPTED", "SUBMITTED", "REJECTED", "SKIPPED", "EXPIRED", "ACTIVE"],
      ...["A_WORD_THAT_CAME_LATER", "submitted", "constructor"],
    ];
    for (let pool = 0; pool < 500; pool += 1) {
      // Percentages have four decimals: 12.3456 % is 123,456 of 1,000,000.
      const share = chance.below(600_000);
      const least = chance.below(3) === 0 ? 0 : chance.below(8_000);
      const suites = Array.from({ length: chance.below(40) }, () => {
        const price = chance.below(4) === 0 ? chance.below(50) : chance.below(3_000_000);
        return [words[chance.below(words.length)] ?? "", price] as const;
      });
      const costs = (wanted: string): number =>
        suites
          .filter(([status]) => status === wanted)
          .reduce((sum, [, price]) => {
            const half = (2n * BigInt(price) * BigInt(share) + 1_000_000n) / 2_000_000n;
            return sum + price + (half > BigInt(least) ? Number(half) : least);
          }, 0);
      const times = (...wanted: readonly string[]): number =>
        suites.filter(([status]) => wanted.includes(status)).length;
      expect(countAll(suites, { feePercent: share / 10_000, minFeeMicros: least })).toEqual({
        accepted: times("ACCEPTED"),
        submitted: times("SUBMITTED"),
        rejected: times("REJECTED"),
        skipped: times("SKIPPED"),
        expired: times("EXPIRED"),
        active: times("ACTIVE"),
        other: times("A_WORD_THAT_CAME_LATER", "submitted", "constructor"),
        workers: 0,
        paidMicros: costs("ACCEPTED"),
        waitingMicros: costs("SUBMITTED"),
      });
    }
  });
});

describe("the agreement of workers", () => {
  const task = (fields: { readonly [field: string]: readonly [given: number, share: number] }) => ({
    ...{ taskId: null, input: {}, answers: 9 },
    fields: new Map<string, FieldResult>(
      Object.entries(fields).map(([field, [given, share]]) => [field, { given, share, most: [1] }]),
    ),
  });

  test("is the mean share over tasks that several gave a value, each task alike", () => {
    const found = agreementOf([
      task({ result: [2, 0.5] }),
      task({ result: [100, 1] }),
      task({ result: [1, 1] }),
    ]);
    expect(found).toEqual([{ field: "result", share: 0.75, tasks: 2 }]);
  });

  test("is told field by field in the order of the tasks, of none that one worker alone gave", () => {
    const found = agreementOf([
      task({ why: [1, 1], result: [3, 1] }),
      task({ colour: [2, 0.5], why: [1, 1] }),
    ]);
    expect(found).toEqual([
      { field: "result", share: 1, tasks: 1 },
      { field: "colour", share: 0.5, tasks: 1 },
    ]);
    expect(agreementOf([])).toEqual([]);
  });
});

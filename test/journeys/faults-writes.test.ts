import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FaultRule } from "../../emulators/toloka/faults.ts";
import type { LedgerEntry } from "../../emulators/toloka/ledger.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  approveInTheEnd,
  effective,
  leaks,
  openInTheEnd,
  quietMs,
  quietPolicy,
  storyOf,
  subjectOf,
  wholeStory,
  writesOf,
} from "../support/faults.ts";
import { sendShoes } from "../support/shoes.ts";

/** The writes of the main job. Each is spoilt in every way below. */
const routes = ["POST /projects", "POST /pools", "POST /tasks", "POST /pools/:id/open"] as const;

type Spoilt = Omit<FaultRule, "route">;

/** What can happen to one write, in words, and how its line in the ledger is known. */
type Case = {
  readonly words: string;
  readonly rule: Spoilt;
  /** What the ledger shows as answered; left out when the true answer was cut off. */
  readonly status?: number | null;
  readonly effect: LedgerEntry["effect"];
};

/** Two batches: as many faults on each route as there are runs, so that each run meets about one. */
const batches: readonly (readonly Case[])[] = [
  [
    { words: "is cut off after the effect", rule: { kind: "reset-after" }, effect: "now" },
    {
      words: "is cut off and lands late, within the quiet period",
      rule: { kind: "reset-after", lateMs: 2_400 },
      status: null,
      effect: "late",
    },
    {
      words: "is cut off before the effect",
      rule: { kind: "reset-before" },
      status: null,
      effect: "none",
    },
    {
      words: "has its effect and answers 500",
      rule: { kind: "status", status: 500, effect: true },
      status: 500,
      effect: "now",
    },
    {
      words: "answers 503 without effect",
      rule: { kind: "status", status: 503 },
      status: 503,
      effect: "none",
    },
  ],
  [
    {
      words: "has its effect and answers a gateway's page with 502",
      rule: { kind: "html", status: 502, effect: true },
      status: 502,
      effect: "now",
    },
    {
      words: "has its effect and answers a page with 200",
      rule: { kind: "html", status: 200, effect: true },
      status: 200,
      effect: "now",
    },
    {
      words: "has its effect and answers nothing with 200",
      rule: { kind: "empty", status: 200, effect: true },
      status: 200,
      effect: "now",
    },
    {
      words: "answers nothing with 502 and has no effect",
      rule: { kind: "empty", status: 502 },
      status: 502,
      effect: "none",
    },
    {
      words: "is over the minute's quota",
      rule: { kind: "status", status: 429, interval: "MIN", retryAfter: 1 },
      status: 429,
      effect: "none",
    },
  ],
];

/** The quiet period runs from before the sending, the ledger from the arrival, in milliseconds. */
const marginMs = 800;

const people = ["rita", "alan", "anna", "lena", "omar"] as const;

const poolNames = batches.flatMap((_batch, index) =>
  people.map((who) => ({ who, poolName: `Batch ${index + 1} of ${who}`, batch: index })),
);

/** The spoilt line of a case in the ledger. */
const spoiltLine = (
  writes: readonly LedgerEntry[],
  { rule, status, effect }: Case,
): LedgerEntry => {
  const found = writes.filter(
    (entry) =>
      entry.fault === rule.kind &&
      entry.effect === effect &&
      (status === undefined || entry.status === status),
  );
  expect(found.length).toBe(1);
  const [line] = found;
  if (line === undefined) throw new Error("unreachable");
  return line;
};

describe("a write to Toloka that gets no clear answer", () => {
  let world: BotWorld;
  let ledger: LedgerEntry[] = [];
  beforeAll(async () => {
    world = await startBotWorld({ policy: quietPolicy, operationDelayMs: 50 });
    for (const [index, batch] of batches.entries()) {
      for (const route of routes) {
        for (const { rule } of batch) await world.toloka.addFault({ ...rule, route, times: 1 });
      }
      const runs = poolNames.filter((run) => run.batch === index);
      for (const run of runs) await sendShoes(world, run);
      for (const { poolName } of runs) await approveInTheEnd(world, poolName);
      await Promise.all(runs.map(({ poolName }) => openInTheEnd(world, poolName)));
    }
    ledger = await world.toloka.ledger();
  }, 120_000);
  afterAll(() => world.close());

  for (const route of routes.filter((each) => each !== "POST /tasks")) {
    test.each(batches.flat())(
      `${route} $words: done once, repeated only when it cannot land`,
      (spoilt) => {
        const writes = writesOf(ledger, route);
        const line = spoiltLine(writes, spoilt);
        const next = writes.find(
          (entry) => entry.seq > line.seq && subjectOf(entry) === subjectOf(line),
        );
        const waitedMs = next === undefined ? null : Date.parse(next.at) - Date.parse(line.at);
        const quotaMs = spoilt.status === 429 ? 1_000 : quietMs - marginMs;
        expect({
          repeated: next !== undefined,
          tooSoon: waitedMs !== null && waitedMs < quotaMs,
        }).toEqual({ repeated: spoilt.effect === "none", tooSoon: false });
      },
    );
  }

  test.each(batches.flat())(
    "POST /tasks $words: only the same operation is sent again",
    (spoilt) => {
      const writes = writesOf(ledger, "POST /tasks");
      const line = spoiltLine(writes, spoilt);
      const ids = writes
        .filter((entry) => subjectOf(entry) === subjectOf(line))
        .map((entry) => entry.query.operation_id);
      expect(new Set(ids)).toEqual(new Set([line.query.operation_id]));
    },
  );

  test("in the end every run has one project, one pool, each task once, and one opening", async () => {
    const { counts, pools } = await world.toloka.state();
    const runs = poolNames.length;
    expect({ projects: counts.projects, pools: counts.pools, tasks: counts.tasks }).toEqual({
      projects: runs,
      pools: runs,
      tasks: 3 * runs,
    });
    expect(
      pools.map(({ private_name, status, tasks }) => [private_name, status, tasks]).sort(),
    ).toEqual(poolNames.map(({ poolName }) => [poolName, "OPEN", 3]).sort());
    const opened = effective(writesOf(ledger, "POST /pools/:id/open")).map((entry) => entry.path);
    expect(opened.sort()).toEqual(pools.map(({ id }) => `/api/v1/pools/${id}/open`).sort());
  });

  test("every thread tells the whole story once and in order", async () => {
    const stories = await Promise.all(
      poolNames.map(async ({ poolName }) => storyOf(world, await openInTheEnd(world, poolName))),
    );
    expect(stories).toEqual(poolNames.map(() => [...wholeStory]));
  });

  test("no secret stands in the log", () => {
    expect(world.log().length).toBeGreaterThan(0);
    expect(leaks(world)).toEqual([]);
  });
});

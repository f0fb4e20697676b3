import { describe, expect, test } from "vitest";
import { closeReasons, closingOf } from "../../src/domain/closing.ts";
import { type PoolChange, type PoolPicture, poolChanges } from "../../src/domain/pool-diff.ts";
import type { Pool } from "../../src/domain/toloka.ts";
import { poolWith } from "./world.ts";

const first = new Date("2026-11-23T12:00:00Z");
const second = new Date("2026-11-24T12:00:00Z");
const stopped = new Date("2026-11-25T12:00:00Z");
const moved = new Date("2026-12-02T16:00:00Z");
const { willExpire } = poolWith();

const neverOpened: PoolPicture = {
  status: "CLOSED",
  closeReason: null,
  willExpire,
  lastStarted: null,
};
const running: PoolPicture = { ...neverOpened, status: "OPEN", lastStarted: first };
const ended: PoolPicture = { ...neverOpened, closeReason: "EXPIRED", lastStarted: first };

const open: Partial<Pool> = { status: "OPEN", lastStarted: first };
const closed: Partial<Pool> = {
  status: "CLOSED",
  lastStarted: first,
  lastStopped: stopped,
  lastCloseReason: "COMPLETED",
};

const opened = (at: Date): PoolChange => ({ type: "opened", at });
const closing = (reason: string): PoolChange => ({ type: "closed", reason, at: stopped });

const cases: readonly (readonly [
  string,
  PoolPicture | null,
  Partial<Pool>,
  readonly PoolChange[],
])[] = [
  ["nothing changed while closed", neverOpened, {}, []],
  ["nothing changed while open", running, open, []],
  ["it was opened", neverOpened, open, [opened(first)]],
  ["it was closed", running, closed, [closing("COMPLETED")]],
  [
    "it was opened and closed between two looks",
    neverOpened,
    closed,
    [opened(first), closing("COMPLETED")],
  ],
  [
    "it was closed and opened between two looks",
    running,
    { ...closed, status: "OPEN", lastStarted: second },
    [closing("COMPLETED"), opened(second)],
  ],
  [
    "it ran once more between two looks",
    ended,
    { ...closed, lastStarted: second },
    [opened(second), closing("COMPLETED")],
  ],
  [
    "an edit ended in a closing by hand",
    { ...ended, closeReason: "FOR_UPDATE" },
    { ...closed, lastCloseReason: "MANUAL" },
    [closing("MANUAL")],
  ],
  ["it was archived", ended, { ...closed, status: "ARCHIVED", lastCloseReason: "EXPIRED" }, []],
  [
    "it was made open before anybody saw a start, and is still open",
    { ...running, lastStarted: null },
    open,
    [],
  ],
  [
    "a pool that never ran was edited",
    neverOpened,
    { lastStarted: null, lastCloseReason: "FOR_UPDATE" },
    [],
  ],
  [
    "Toloka left out the reason of a closing that was told",
    ended,
    { ...closed, lastCloseReason: null },
    [],
  ],
  [
    "it was locked while open",
    running,
    { ...open, status: "LOCKED", lastStopped: stopped },
    [closing("LOCKED")],
  ],
  [
    "its closing time moved while it was opened",
    neverOpened,
    { ...open, willExpire: moved },
    [opened(first), { type: "expiry-moved", from: willExpire, to: moved }],
  ],
  ["it is open at first sight", null, open, [opened(first)]],
  ["it has closed before first sight", null, closed, []],
];

describe("two looks at a pool", () => {
  test.each(cases)("show that %s", (_, previous, seen, changes) => {
    expect(poolChanges(previous, poolWith({}, seen))).toEqual(changes);
  });
});

describe("a closing", () => {
  test("has words and a next step of its own for each of Toloka's reasons", () => {
    const told = closeReasons.map((reason) => closingOf(reason));
    expect(new Set(told.map(({ words }) => words)).size).toBe(closeReasons.length);
    expect(told.filter(({ nextStep }) => nextStep.length < 20)).toEqual([]);
    expect(closingOf("NOT_ENOUGH_BALANCE")).toEqual({
      words: "The account has run out of money.",
      nextStep: "Top up the account, then ask for a new approval.",
    });
  });

  test.each(["SOLAR_FLARE", "toString"])(
    "for the unknown reason %s is told as it came",
    (reason) => {
      expect(closingOf(reason)).toEqual({
        words: `Toloka gives a reason that I do not know: ${reason}.`,
        nextStep: "Look at the pool on Toloka's page before you open it again.",
      });
    },
  );
});

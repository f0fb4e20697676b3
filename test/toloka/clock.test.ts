import { expect, test } from "vitest";
import { createServerClock } from "../../src/toloka/server-clock.ts";
import { answering, connect, json, recorded } from "./support.ts";

const local = Date.parse("2030-01-01T00:00:00Z");

const observing = (offsetMs: number) => {
  const told: number[] = [];
  const clock = createServerClock({ now: () => new Date(local) }, offsetMs, (ms) => told.push(ms));
  /** An answer that was written `aheadMs` after the local clock's time, after a trip of `tripMs`. */
  const answer = (aheadMs: number, tripMs = 0, sentMs = local): void => {
    const dateHeader = new Date(sentMs + tripMs / 2 + aheadMs).toUTCString();
    clock.observe({ sentMs, receivedMs: sentMs + tripMs, dateHeader });
  };
  return { clock, told, answer };
};

test("without an answer the known offset holds", () => {
  expect(observing(-5_000).clock.now()).toEqual(new Date(local - 5_000));
});

test("a clock that differs by more than the header's resolution is taken over", () => {
  const { clock, told, answer } = observing(0);
  answer(3_600_000);
  expect([clock.now(), told]).toEqual([new Date(local + 3_600_500), [3_600_500]]);
});

test("the offset does not tremble with the fractions of seconds", () => {
  const { told, answer } = observing(0);
  for (const aheadMs of [0, 400, 999, -400, -999, 0]) answer(aheadMs);
  expect(told).toEqual([]);
});

test("the trip counts by its middle, and a long one proves less", () => {
  const { told, answer } = observing(0);
  answer(60_000, 4_000);
  answer(63_000, 8_000);
  expect(told).toEqual([60_500]);
});

test("an older answer that arrives late is ignored", () => {
  const { told, answer } = observing(0);
  answer(60_000, 0, local);
  answer(0, 0, local - 10_000);
  expect(told).toEqual([60_500]);
});

test("an answer without a readable date changes nothing", () => {
  const { clock, told } = observing(0);
  clock.observe({ sentMs: local, receivedMs: local, dateHeader: null });
  clock.observe({ sentMs: local, receivedMs: local, dateHeader: "soon" });
  expect(told).toEqual([]);
});

test("a connection learns Toloka's time from any answer, errors included", async () => {
  const told: number[] = [];
  const { fetch } = answering(() =>
    json(recorded("errors.access-denied.json"), 403, { date: "Tue, 01 Jan 2030 01:00:00 GMT" }),
  );
  const connection = connect({
    fetch,
    clock: { now: () => new Date(local) },
    onClockOffset: (offsetMs) => told.push(offsetMs),
  });
  await connection.requester().catch(() => null);
  expect([told, connection.now()]).toEqual([[3_600_500], new Date(local + 3_600_500)]);
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { dollarsFromMicros, formatMicros, microsFromDollars } from "../../src/domain/money.ts";

test.each([
  [0.02, 20_000, "0.02"],
  [0.0001, 100, "0.0001"],
  [10.4, 10_400_000, "10.40"],
  [-10.4, -10_400_000, "-10.40"],
  [1.005, 1_005_000, "1.005"],
  [0, 0, "0.00"],
  [23.322, 23_322_000, "23.322"],
  [123_456.78, 123_456_780_000, "123456.78"],
])("%d dollars are %d micro-dollars, written %s", (dollars, micros, written) => {
  expect([microsFromDollars(dollars), dollarsFromMicros(micros), formatMicros(micros)]).toEqual([
    micros,
    dollars,
    written,
  ]);
});

test("an amount survives the way to Toloka and back", () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e12, max: 1e12 }), (micros) => {
      expect(microsFromDollars(dollarsFromMicros(micros))).toBe(micros);
      expect(Math.round(Number(formatMicros(micros)) * 1e6)).toBe(micros);
    }),
  );
});

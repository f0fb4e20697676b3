import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatDuration, parseDuration } from "../../src/domain/durations.ts";
import { editDistance, nearest } from "../../src/domain/edit-distance.ts";
import { requestCode, requestCodePattern } from "../../src/domain/request-code.ts";

describe("a duration", () => {
  test.each([
    ["24h", 86_400_000],
    ["90m", 5_400_000],
    ["2d", 172_800_000],
    [" 1 W ", 604_800_000],
    ["120s", 120_000],
    ["366d", 31_622_400_000],
  ])("typed as %j is %d ms", (text, ms) => {
    expect(parseDuration(text)).toBe(ms);
  });

  test.each(["", "24", "h", "0h", "-1h", "1.5h", "1y", "367d", "1h30m", "999999999h", "１h"])(
    "typed as %j is none",
    (text) => {
      expect(parseDuration(text)).toBeNull();
    },
  );

  test.each([
    [97_200_000, "1 day 3 h"],
    [172_800_000, "2 days"],
    [86_460_000, "1 day"],
    [5_400_000, "1 h 30 min"],
    [2_700_000, "45 min"],
    [61_000, "1 min 1 s"],
    [-30_000, "30 s"],
    [999, "0 s"],
  ])("of %d ms is written %j", (ms, text) => {
    expect(formatDuration(ms)).toBe(text);
  });
});

describe("the distance of two words", () => {
  test.each([
    ["open", "open", 0],
    ["opne", "open", 1],
    ["oen", "open", 1],
    ["ooopen", "open", 2],
    ["", "open", 4],
    ["ca", "abc", 3],
    ["👟", "👞", 1],
  ])("%j and %j is %d", (left, right, distance) => {
    expect([editDistance(left, right), editDistance(right, left)]).toEqual([distance, distance]);
  });

  test("finds the nearest candidate, and none for a word that is right or too far", () => {
    const candidates = ["open", "pause", "status"];
    expect(["opne", "open", "pausee", "xyz"].map((word) => nearest(word, candidates, 1))).toEqual([
      "open",
      null,
      "pause",
      null,
    ]);
  });
});

describe("the code of a request", () => {
  test("is always the same for a run, and has no letter that can be misread", () => {
    fc.assert(
      fc.property(fc.uuid(), (id) => {
        expect(requestCode(id)).toMatch(/^REQ-[2-9A-HJKMNP-TV-Z]{4}$/u);
        expect(requestCode(id)).toMatch(requestCodePattern);
        expect(requestCode(id)).toBe(requestCode(id));
      }),
    );
  });

  test("differs between nearly all of 1,000 runs", () => {
    const codes = Array.from({ length: 1_000 }, (_, index) => requestCode(`run ${index}`));
    expect(new Set(codes).size).toBeGreaterThan(990);
  });
});

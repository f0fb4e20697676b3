import { describe, expect, test } from "vitest";
import { dayAndTime, dayName } from "../../playground/page/src/workspace/times.ts";

const at = (iso: string): number => Date.parse(iso) / 1_000;
const now = at("2026-11-29T10:00:00Z");

describe("days and times of messages are said as Slack says them", () => {
  test.each([
    ["2026-11-29T05:44:00Z", "Today", "Today at 6:44 AM"],
    ["2026-11-28T23:30:00Z", "Today", "Today at 12:30 AM"],
    ["2026-11-28T05:44:00Z", "Yesterday", "Yesterday at 6:44 AM"],
    ["2026-11-22T05:44:00Z", "Sunday, November 22nd", "Nov 22nd at 6:44 AM"],
    ["2026-11-11T05:44:00Z", "Wednesday, November 11th", "Nov 11th at 6:44 AM"],
    ["2026-11-01T05:44:00Z", "Sunday, November 1st", "Nov 1st at 6:44 AM"],
  ])("%s, read in Belgrade", (iso, day, whole) => {
    const ts = `${at(iso)}.000000`;
    expect(dayName(ts, "Europe/Belgrade", now)).toBe(day);
    expect(dayAndTime(ts, "Europe/Belgrade", now)).toBe(whole);
  });
});

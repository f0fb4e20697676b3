import { describe, expect, test } from "vitest";
import { poolDefaults, readPoolForm } from "../../../src/domain/forms/pool-form.ts";
import { now } from "./quickstart.ts";

describe("the defaults of an empty pool form", () => {
  const closing = (time: string, zone: string) =>
    new Date(Number(poolDefaults(new Date(time), zone).will_expire) * 1000).toISOString();

  test.each([
    ["2026-11-23T12:00:00Z", "UTC", "2026-11-30T18:00:00.000Z"],
    ["2026-11-23T12:00:00Z", "Europe/Belgrade", "2026-11-30T17:00:00.000Z"],
    ["2026-11-23T23:30:00Z", "Europe/Belgrade", "2026-12-01T17:00:00.000Z"],
    ["2026-10-20T12:00:00Z", "Europe/Belgrade", "2026-10-27T17:00:00.000Z"],
    ["2026-11-23T12:00:00Z", "America/New_York", "2026-11-30T23:00:00.000Z"],
    ["2026-11-23T12:00:00Z", "Asia/Kolkata", "2026-11-30T12:30:00.000Z"],
  ])("close a week after %s at 18:00 in %s", (time, zone, closes) => {
    expect(closing(time, zone)).toBe(closes);
  });

  test("read back with a project, a name and an answer about adult content", () => {
    const typed = { project: "1", private_name: "P", may_contain_adult_content: "no" };
    const reading = readPoolForm({ ...poolDefaults(now), ...typed }, { now });
    expect(reading.ok && Object.keys(reading.warnings)).toEqual(["languages"]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatDate, parseDate } from "../../src/toloka/schema/dates.ts";

// Far from UTC, so that a date read as local time is seen.
const zone = process.env.TZ;
beforeAll(() => {
  process.env.TZ = "Asia/Tokyo";
});
afterAll(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

test("the machine of these tests is not in UTC", () => {
  expect(new Date("2023-03-09T00:00:00").getTimezoneOffset()).toBe(-540);
});

describe("Toloka's dates are UTC whatever the zone of this machine", () => {
  test.each([
    ["2023-03-09T00:00:00", "2023-03-09T00:00:00.000Z"],
    ["2021-08-24T06:30:08.394", "2021-08-24T06:30:08.394Z"],
    ["2021-08-24T06:30:08.51", "2021-08-24T06:30:08.510Z"],
    ["2021-08-24T06:30:11.99999", "2021-08-24T06:30:11.999Z"],
    ["2021-08-24T06:30:08.923461", "2021-08-24T06:30:08.923Z"],
    ["2030-09-01T13:00", "2030-09-01T13:00:00.000Z"],
    ["2022-12-01", "2022-12-01T00:00:00.000Z"],
    ["1970-01-01T00:00:00.000Z", "1970-01-01T00:00:00.000Z"],
    ["2023-03-09T02:00:00+02:00", "2023-03-09T00:00:00.000Z"],
    ["2024-02-29T12:00:00", "2024-02-29T12:00:00.000Z"],
  ])("%s", (text, iso) => {
    expect(parseDate(text)).toEqual(new Date(iso));
  });

  test.each(["", "soon", "2023-02-29T00:00:00", "2023-13-01", "2023-03-09T25:00:00", "1678320000"])(
    "%j is no date",
    (text) => {
      expect(parseDate(text)).toBeNull();
    },
  );

  test("a date is written without a zone and with milliseconds", () => {
    expect(formatDate(new Date("2030-09-01T13:00:00+02:00"))).toBe("2030-09-01T11:00:00.000");
  });
});

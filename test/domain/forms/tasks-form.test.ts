import { describe, expect, test } from "vitest";
import type { FormInput } from "../../../src/domain/form.ts";
import { readTasksForm } from "../../../src/domain/forms/tasks-form.ts";

describe("the tasks form", () => {
  test("takes a file", () => {
    expect(readTasksForm({ pool: "7", file: ["F1"], overlap: "3" })).toEqual({
      ok: true,
      value: { poolId: "7", source: { type: "file", fileId: "F1" }, defaultOverlap: 3 },
      warnings: {},
    });
  });

  test("takes pasted lines when the pool is known already", () => {
    expect(readTasksForm({ lines: "https://a.b/1.jpg\n", file: [], overlap: "12" })).toEqual({
      ok: true,
      value: {
        poolId: null,
        source: { type: "lines", text: "https://a.b/1.jpg" },
        defaultOverlap: 12,
      },
      warnings: { overlap: "Overlap 12? Most tasks need 3 to 5." },
    });
  });

  const cases: readonly [field: string, input: FormInput, message: string][] = [
    ["file", { overlap: "3" }, "Give a file or paste lines."],
    ["file", { overlap: "3", lines: "  " }, "Give a file or paste lines."],
    ["file", { overlap: "3", file: ["F1"], lines: "a" }, "Give a file or paste lines, not both."],
    ["file", { overlap: "3", file: ["F1", "F2"] }, "Give one file at a time."],
    ["overlap", { file: ["F1"] }, "Type a whole number from 1 to 30000."],
    [
      "overlap",
      { file: ["F1"], overlap: "0" },
      "Type a whole number from 1 to 30000 - you have 0.",
    ],
    ["pool", { file: ["F1"], overlap: "3", pool: "x" }, "Choose the pool the tasks are for."],
  ];
  test.each(cases)("tells a fault at %s: %o", (field, input, message) => {
    expect(readTasksForm(input)).toEqual({ ok: false, errors: { [field]: message } });
  });

  test("asks for the pool when it has to", () => {
    expect(readTasksForm({ file: ["F1"], overlap: "3" }, { asksForPool: true })).toEqual({
      ok: false,
      errors: { pool: "Choose the pool the tasks are for." },
    });
  });
});

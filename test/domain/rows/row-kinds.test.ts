import { describe, expect, test } from "vitest";
import { checkRow as check } from "./check-row.ts";

describe("kinds of rows", () => {
  const image = "https://a.b/1.jpg";
  test("a general row takes its own overlap before the default one", () => {
    expect(check({ "task:OVERLAP": "2", "TASK:infinite_overlap": "false" })).toEqual({
      ok: true,
      task: { input_values: { image }, overlap: 2 },
    });
  });

  test("a golden row is endless and has no overlap", () => {
    expect(check({ "GOLDEN:result": "boots", score: "5", overlap: "2" })).toEqual({
      ok: true,
      task: {
        input_values: { image },
        infinite_overlap: true,
        known_solutions: [{ output_values: { result: "boots", score: 5 } }],
      },
    });
  });

  test("a golden row with a hint is a training row", () => {
    expect(check({ result: "boots", "HINT:text": "high shaft" })).toEqual({
      ok: true,
      task: {
        input_values: { image },
        infinite_overlap: true,
        known_solutions: [{ output_values: { result: "boots" } }],
        message_on_unknown_solution: "high shaft",
      },
    });
  });
});

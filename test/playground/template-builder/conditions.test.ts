import { describe, expect, test } from "vitest";
import { answer, choose, evaluated, field, list, openTask, output, partsOf } from "./open-task.ts";

const held = (value: unknown) => ({ output: value === undefined ? {} : { v: value } });
const data = output("v");
const yes = { type: "condition.equals", data: 1, to: 1 };
const no = { type: "condition.equals", data: 1, to: 2 };
const boots = { type: "string", pattern: "^boot" };

describe("conditions", () => {
  test.each([
    [{ type: "condition.required", data }, "x", true],
    [{ type: "condition.required", data }, false, true],
    [{ type: "condition.required", data }, 0, true],
    [{ type: "condition.required", data }, "", false],
    [{ type: "condition.required", data }, [], false],
    [{ type: "condition.required", data }, {}, false],
    [{ type: "condition.required", data }, undefined, false],
    [{ type: "condition.empty", data }, undefined, true],
    [{ type: "condition.empty", data }, "x", false],
    [{ type: "condition.equals", data, to: { a: [1] } }, { a: [1] }, true],
    [{ type: "condition.equals", data, to: { a: [1] } }, { a: [1, 2] }, false],
    [{ type: "condition.equals", data, to: output("w") }, "x", false],
    [{ type: "condition.all", conditions: [yes, yes] }, undefined, true],
    [{ type: "condition.all", conditions: [yes, no] }, undefined, false],
    [{ type: "condition.any", conditions: [no, yes] }, undefined, true],
    [{ type: "condition.any", conditions: [no, no] }, undefined, false],
    [{ type: "condition.not", condition: no }, undefined, true],
    [{ type: "condition.not", condition: yes }, undefined, false],
    [{ type: "condition.schema", data, schema: boots }, "boots", true],
    [{ type: "condition.schema", data, schema: boots }, "shoes", false],
    [{ type: "condition.schema", data, schema: boots }, undefined, false],
    [{ type: "condition.schema", data, schema: { minLength: 3 } }, undefined, true],
    [{ type: "condition.sub-array", data, parent: [1, 2, 3] }, [3, 1], true],
    [{ type: "condition.sub-array", data, parent: [1, 2, 3] }, [4], false],
    [
      { type: "condition.same-domain", data, original: "https://www.example.com/a" },
      "http://example.com/b",
      true,
    ],
    [
      { type: "condition.same-domain", data, original: "https://example.com" },
      "https://example.com.evil.test",
      false,
    ],
    [{ type: "condition.same-domain", data, original: "https://example.com" }, "no link", false],
    [{ type: "condition.same-domain", data, original: "no link" }, "no link", false],
    [
      { type: "@yandex-toloka/condition.distance", from: data, to: "53.9101,27.5311", max: 50 },
      "53.9102,27.5311",
      true,
    ],
    [
      { type: "@yandex-toloka/condition.distance", from: data, to: "53.9101,27.5311", max: 50 },
      "53.92,27.5311",
      false,
    ],
    [{ type: "@yandex-toloka/condition.distance", from: data, to: "x", max: 50 }, "1,1", false],
    [{ type: "condition.unknown" }, "x", false],
  ])("%j with %j is %j", (condition, value, isMet) => {
    expect(evaluated(condition, held(value))).toBe(isMet);
  });
});

describe("the words of a refusal", () => {
  const wordsFor = (validation: unknown, value?: unknown): string | undefined => {
    const { task } = openTask({ view: list(field("v", { validation })) }, held(value));
    return task.check()[0]?.words;
  };

  test.each([
    [{ type: "condition.required" }, undefined, "This field is required."],
    [{ type: "condition.required", hint: "Say it" }, undefined, "Say it"],
    [{ type: "condition.empty" }, "x", "This must stay empty."],
    [{ type: "condition.equals", to: "y" }, "x", "This must be: y."],
    [
      { type: "condition.not", condition: { type: "condition.empty" } },
      undefined,
      "This field is required.",
    ],
    [
      {
        type: "condition.all",
        conditions: [
          { type: "condition.required" },
          { type: "condition.equals", to: "y", hint: "Not y" },
        ],
      },
      "x",
      "Not y",
    ],
    [
      { type: "condition.schema", schema: { type: 5 } },
      "x",
      /^This is not a right answer|^The condition's schema is broken/,
    ],
    [{ type: "condition.none" }, "x", "condition.none is not a condition that this page knows."],
    [{ $ref: "vars.none" }, "x", "The condition leads nowhere, or back to itself."],
  ])("of %j are plain", (validation, value, words) => {
    expect(wordsFor(validation, value)).toMatch(words);
  });
});

describe("conditions about what was done on the page", () => {
  test("a link counts once it was followed", () => {
    const url = "https://example.com/rules";
    const { task } = openTask({
      view: list(
        { type: "view.link", url, validation: { type: "condition.link-opened" } },
        field("v", { validation: { type: "condition.link-opened", url } }),
      ),
    });
    expect(task.check().map(({ path }) => path)).toEqual(["", "v"]);
    expect(task.follow(url)).toContain("https://example.com/rules");
    expect(task.check()).toEqual([]);
  });

  test("a player counts when it has begun, or has reached its end", () => {
    const video = (type: string) => ({ type: "view.video", url: "u", validation: { type } });
    const { task } = openTask({
      view: list(video("condition.played"), video("condition.played-fully")),
    });
    const words = () => task.check().map((refusal) => refusal.words);
    expect(words()).toEqual(["Start playing it.", "Play it to its end."]);
    for (const part of partsOf(task)) task.keep(part, { reached: 0.4 });
    expect(words()).toEqual(["Play it to its end."]);
    for (const part of partsOf(task)) task.keep(part, { reached: 1 });
    expect(words()).toEqual([]);
  });

  test("a hidden field is not checked, and is again when it is shown", () => {
    const condition = { type: "condition.equals", data: output("kind"), to: "other" };
    const asked = field("why", { validation: { type: "condition.required" } });
    const { task } = openTask({
      view: list(field("kind"), choose(condition, asked)),
    });
    expect(task.check()).toEqual([]);
    answer(task, "kind", "other");
    expect(task.check().map(({ path }) => path)).toEqual(["why"]);
  });
});

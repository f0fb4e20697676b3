import { describe, expect, test } from "vitest";
import { answer, choose, field, list, openTask, output, partsOf } from "./open-task.ts";

const required = { type: "condition.required" };

describe("output values", () => {
  test.each([
    [[["a", 1]], { a: 1 }],
    [[["a.b.c", 1]], { a: { b: { c: 1 } } }],
    [[["list.0.name", "x"]], { list: [{ name: "x" }] }],
    [[["list.1", "x"]], { list: [null, "x"] }],
    [
      [
        ["a.b", 1],
        ["a.b", undefined],
      ],
      {},
    ],
    [
      [
        ["a.b", 1],
        ["a.c", 2],
        ["a.b", undefined],
      ],
      { a: { c: 2 } },
    ],
    [
      [
        ["a", 1],
        ["a.b", 2],
      ],
      { a: { b: 2 } },
    ],
    [[["a", false]], { a: false }],
  ])("%j makes %j", (answers, made) => {
    const { task } = openTask({ view: list() });
    for (const [path, value] of answers) answer(task, String(path), value);
    expect(task.output()).toEqual(made);
  });

  test("begin with the answers that the task came with", () => {
    const { task } = openTask({ view: list(field("a")) }, { output: { a: "x", other: 1 } });
    expect(task.output()).toEqual({ a: "x", other: 1 });
  });

  test("values of the task's own are not submitted", () => {
    const { task } = openTask({
      view: list({ type: "field.text", data: { type: "data.internal", path: "note" } }),
    });
    task.write({ store: "internal", steps: ["note"] }, "x");
    expect(task.output()).toEqual({});
  });
});

describe("defaults", () => {
  const withDefault = { type: "field.text", data: { ...output("a"), default: "d" } };

  test("are the answer of a field that is shown, until somebody clears it", () => {
    const { task } = openTask({ view: list(withDefault) });
    expect(task.output()).toEqual({ a: "d" });
    answer(task, "a", undefined);
    expect(task.output()).toEqual({});
  });

  test("do not replace an answer that was there", () => {
    const { task } = openTask({ view: list(withDefault) }, { output: { a: "x" } });
    expect(task.output()).toEqual({ a: "x" });
  });

  test("wait for their field to be shown", () => {
    const condition = { type: "condition.equals", data: output("kind"), to: "other" };
    const { task } = openTask({ view: list(field("kind"), choose(condition, withDefault)) });
    expect(task.output()).toEqual({});
    answer(task, "kind", "other");
    expect(task.output()).toEqual({ kind: "other", a: "d" });
  });
});

describe("field.list", () => {
  const people = {
    type: "field.list",
    data: output("people"),
    render: {
      type: "field.text",
      data: { type: "data.relative", path: "name" },
      validation: required,
    },
  };

  test("checks each of its items at its own path", () => {
    const { task } = openTask(
      { view: list(people) },
      { output: { people: [{ name: "A" }, null] } },
    );
    expect(task.check()).toMatchObject([{ path: "people.1.name" }]);
    answer(task, "people.1.name", "B");
    expect(task.output()).toEqual({ people: [{ name: "A" }, { name: "B" }] });
    expect(task.check()).toEqual([]);
  });

  test("may hold a list in each of its items", () => {
    const nested = {
      ...people,
      render: { ...people, data: { type: "data.relative", path: "children" } },
    };
    const { task } = openTask(
      { view: list(nested) },
      { output: { people: [{ children: [null] }] } },
    );
    expect(task.check()).toMatchObject([{ path: "people.0.children.0.name" }]);
  });
});

describe("rules of fields", () => {
  const one = (type: string, more: object) => list({ type, data: output("v"), ...more });
  test.each([
    ["field.email", {}, "anna", "Enter an address of mail, with an @ in it."],
    ["field.email", {}, "anna@example.com", undefined],
    ["field.email", {}, undefined, undefined],
    ["field.number", { minimum: 1 }, 0, "The least is 1."],
    ["field.number", { maximum: 1 }, 2, "The most is 1."],
    ["field.number", {}, "2", "This is not a number."],
    ["field.number", { minimum: 1, maximum: 2 }, 2, undefined],
    [
      "field.date",
      { min: "2026-02-01 00:00" },
      "2026-01-31",
      "The earliest date is 2026-02-01 00:00.",
    ],
    ["field.date", { min: "2026-02-01 00:00" }, "2026-02-01", undefined],
    [
      "field.date",
      { max: "2026-02-01 12:00" },
      "2026-02-01T12:30",
      "The latest date is 2026-02-01 12:00.",
    ],
    [
      "field.date",
      { blockList: ["2026-02-01"] },
      "2026-02-01T10:00",
      "This date cannot be chosen.",
    ],
    ["field.map", {}, "53.9,27.5", undefined],
    ["field.map", {}, "53.9,", "Enter a latitude from -90 to 90 and a longitude from -180 to 180."],
    ["field.map", {}, "91,0", "Enter a latitude from -90 to 90 and a longitude from -180 to 180."],
    ["field.select", { options: [{ label: "1", value: 1 }] }, 1, undefined],
    [
      "field.select",
      { options: [{ label: "1", value: 1 }] },
      "1",
      "This answer is not among the options.",
    ],
  ])("%s %j with %j", (type, more, value, words) => {
    const { task } = openTask({ view: one(type, more) }, { output: { v: value } });
    expect(task.check()[0]?.words).toBe(words);
  });
});

describe("refusals", () => {
  test("are drawn only once they are asked for, then follow the answers", () => {
    const { task } = openTask({ view: list(field("a", { validation: required })) });
    const drawn = () => partsOf(task).flatMap((part) => task.refusalsAt(part));
    expect(drawn()).toEqual([]);
    task.showRefusals();
    expect(drawn()).toEqual(["This field is required."]);
    answer(task, "a", "x");
    expect(drawn()).toEqual([]);
  });

  test("of the server stay at their field until it changes", () => {
    const { task } = openTask({ view: list(field("a"), field("b")) });
    task.refuse([
      { path: "a", words: "no" },
      { path: "b", words: "nor this" },
      { path: "c", words: "lost" },
    ]);
    const drawn = () => partsOf(task).map((part) => task.refusalsAt(part));
    expect(drawn()).toEqual([["no"], ["nor this"]]);
    expect(task.strayRefusals()).toEqual(["c: lost"]);
    answer(task, "a", "x");
    expect(drawn()).toEqual([[], ["nor this"]]);
  });

  test("open what hides them", () => {
    const { task } = openTask({
      view: list({
        type: "view.collapse",
        label: "More",
        content: field("a", { validation: required }),
      }),
    });
    const [collapse] = partsOf(task);
    if (collapse === undefined) throw new Error("no collapse");
    expect(task.isOpen(collapse)).toBe(false);
    task.showRefusals();
    expect(task.isOpen(collapse)).toBe(true);
  });

  test("every change is told to those who listen, until they end it", () => {
    const { task } = openTask({ view: list(field("a")) });
    const heard: unknown[] = [];
    const end = task.subscribe(() => heard.push(task.output()));
    answer(task, "a", 1);
    answer(task, "a", 1);
    end();
    answer(task, "a", 2);
    expect(heard).toEqual([{ a: 1 }]);
  });
});

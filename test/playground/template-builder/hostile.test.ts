import { describe, expect, test } from "vitest";
import { readConfig } from "../../../playground/page/src/template-builder/config.ts";
import { isTrouble, wordsOf } from "../../../playground/page/src/template-builder/values.ts";
import { answer, evaluated, field, list, openTask, output, partsOf } from "./open-task.ts";

describe("configs that are broken or meant to break the page", () => {
  test("a config that contains itself is drawn to where it does", () => {
    const { task } = openTask({
      view: list({ type: "view.text", content: "a" }, { $ref: "view" }),
    });
    expect(partsOf(task)).toHaveLength(2);
    expect(task.check()).toEqual([]);
  });

  test.each([
    [{ a: { $ref: "vars.a" } }],
    [{ a: { $ref: "vars.b" }, b: { $ref: "vars.a" } }],
    [{ a: { $ref: "vars.a.b" } }],
    [{ a: { type: "helper.join", items: [{ $ref: "vars.a" }], by: "" } }],
  ])("a circle of references ends: %j", (vars) => {
    expect(wordsOf(evaluated({ $ref: "vars.a" }, {}, vars))).toContain("back to itself");
  });

  test.each([
    [{ c: { type: "condition.not", condition: { $ref: "vars.c" } } }],
    [{ c: { type: "condition.all", conditions: [{ $ref: "vars.c" }, { $ref: "vars.c" }] } }],
    [
      {
        c: { type: "condition.any", conditions: { $ref: "vars.l" } },
        l: [{ $ref: "vars.c" }, { $ref: "vars.c" }],
      },
    ],
  ])("a circle of conditions ends: %j", (vars) => {
    const { task } = openTask({
      view: list(field("a", { validation: { $ref: "vars.c" } })),
      vars,
    });
    expect(task.check().length).toBeLessThan(2);
  });

  test("a config that doubles itself forty times is stopped", () => {
    const doubled = Object.fromEntries(
      Array.from({ length: 40 }, (_each, index) => [
        `v${index}`,
        [{ $ref: `vars.v${index + 1}` }, { $ref: `vars.v${index + 1}` }],
      ]),
    );
    const vars = { ...doubled, v40: "x" };
    expect(JSON.stringify(evaluated({ $ref: "vars.v0" }, {}, vars))).toContain("too large");
    const lists = Object.fromEntries(
      Object.entries(doubled).map(([name, items]) => [name, { type: "view.list", items }]),
    );
    const { task } = openTask({
      view: list({ $ref: "vars.v0" }),
      vars: { ...lists, v40: field("a") },
    });
    expect(task.output()).toEqual({});
  });

  test("one of 10,000 levels is read, and drawn as deep as a page goes", () => {
    const text = `${'{"view":'}${'{"type":"view.list","items":['.repeat(10_000)}${"]}".repeat(10_000)}}`;
    const read = readConfig(text);
    if ("problem" in read) throw new Error(read.problem);
    const { task } = openTask(read.config, { output: { a: 1 } });
    expect(task.check()).toEqual([]);
    expect(task.output()).toEqual({ a: 1 });
  });

  test("10,000 levels of plain values, conditions and inputs end, too", () => {
    const nest = (open: string, close: string): unknown =>
      JSON.parse(`${open.repeat(10_000)}1${close.repeat(10_000)}`);
    expect(JSON.stringify(evaluated(nest("[", "]")))).toContain("too deeply");
    const not = nest('{"type":"condition.not","condition":', "}");
    const deep = nest("[", "]");
    const { task } = openTask(
      { view: list(field("a", { validation: not })) },
      { input: { deep }, output: { a: deep } },
    );
    expect(task.check().length).toBeLessThan(2);
  });

  test.each(["__proto__.polluted", "constructor.prototype.polluted", "a.__proto__.polluted"])(
    "the path %s reaches nothing but its own task",
    (path) => {
      const { task } = openTask({ view: list(field(path)) });
      answer(task, path, "yes");
      expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
      expect(Reflect.get({}, "polluted")).toBeUndefined();
      expect(openTask({ view: list() }).task.output()).toEqual({});
    },
  );

  test.each(["toString", "constructor.name", "__proto__.toString", "list.length", "word.length"])(
    "the path %s reads nothing that JavaScript put there",
    (path) => {
      const input = { list: [1], word: "x" };
      expect(evaluated({ type: "data.input", path }, { input })).toBeUndefined();
    },
  );

  test("a far index makes no list of a million places", () => {
    const { task } = openTask({ view: list() });
    answer(task, "a.999999999", "x");
    expect(task.output()).toEqual({ a: { 999999999: "x" } });
  });

  test("a path of 10,000 steps cannot be written", () => {
    const { task } = openTask({ view: list(field("a.".repeat(10_000))) });
    expect(partsOf(task).map((part) => task.target(part))).toEqual([null]);
  });

  test.each([
    [{ type: "view.list", items: 5 }],
    [{ type: "view.list" }],
    [{ type: 5 }],
    [{ type: "view.unknown" }],
    [{ type: "field.text" }],
    [{ type: "field.text", data: "result" }],
    [{ type: "field.list", data: output("a"), render: 5 }],
    [{ type: "field.radio-group", data: output("a"), options: "many" }],
    [{ type: "field.text", data: output("a"), validation: 5 }],
    [{ type: "view.text", content: { type: "helper.none" } }],
    [{ type: "view.labeled-list", items: [null, 1, { content: [] }] }],
    [{ $ref: "view" }],
    [{ $ref: 5 }],
  ])("%j opens without an error", (view) => {
    const { task } = openTask({ view }, { output: { a: [1] } });
    task.showRefusals();
    expect(task.output()).toEqual({ a: [1] });
    expect(Array.isArray(task.check())).toBe(true);
  });

  test("plugins of wrong types are passed over", () => {
    const plugins = [
      { type: 5 },
      { type: "plugin.hotkeys", 1: 5, long: {} },
      { type: "plugin.trigger" },
      { type: "plugin.trigger", onChangeOf: 5, condition: "x", action: 7, fireImmediately: true },
      { type: "plugin.field.image-annotation.hotkeys", labels: 5, modes: "q" },
    ];
    const { task } = openTask({ view: list(field("a")), plugins });
    expect(task.press("1")).toBe(true);
    expect(task.press("q")).toBe(false);
    expect(task.output()).toEqual({});
  });

  test("a reference that is no text is words at its place", () => {
    expect(isTrouble(evaluated({ $ref: "" }))).toBe(true);
  });
});

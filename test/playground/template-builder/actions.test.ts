import { describe, expect, test } from "vitest";
import { isPart } from "../../../playground/page/src/template-builder/values.ts";
import { answer, field, list, openTask, output, partsOf } from "./open-task.ts";

const set = (path: string, payload: unknown) => ({
  type: "action.set",
  data: output(path),
  payload,
});
const hotkeys = (keys: object) => ({ type: "plugin.hotkeys", ...keys });

describe("hotkeys", () => {
  const view = list(field("a"));
  test.each([
    ["1", { a: "x" }],
    ["A", { a: ["from", "input"] }],
    ["ArrowUp", { a: 1, b: 2 }],
    ["down", {}],
    ["t", { a: "held", agreed: true }],
  ])("%s runs its action", (key, made) => {
    const { task } = openTask(
      {
        view,
        plugins: [
          hotkeys({
            1: set("a", "x"),
            a: set("a", { type: "data.input", path: "words" }),
            up: { type: "action.bulk", payload: [set("a", 1), set("b", 2)] },
            down: set("a", { $empty: true }),
            t: { type: "action.toggle", data: output("agreed") },
          }),
        ],
      },
      { input: { words: ["from", "input"] }, output: { a: "held" } },
    );
    expect(task.press(key)).toBe(true);
    expect(task.output()).toEqual(made);
  });

  test("a key without an action is left to the page", () => {
    const { task } = openTask({ view, plugins: [hotkeys({ 1: set("a", "x") })] });
    expect(task.press("2")).toBe(false);
    expect(task.output()).toEqual({});
  });

  test("are shown at the options that they choose", () => {
    const { task } = openTask({
      view,
      plugins: [
        hotkeys({
          1: set("a", "x"),
          2: { $ref: "vars.other" },
          3: { type: "action.toggle", data: output("b") },
        }),
      ],
      vars: { other: set("a", { deep: [1] }) },
    });
    const at = (path: string) => ({ store: "output" as const, steps: [path] });
    expect([
      task.keyFor(at("a"), "x"),
      task.keyFor(at("a"), { deep: [1] }),
      task.keyFor(at("a"), "y"),
      task.keyFor(at("b")),
      task.keyFor(null, "x"),
    ]).toEqual(["1", "2", undefined, "3", undefined]);
  });
});

describe("actions", () => {
  test("notices are told with their theme, from words and from components", () => {
    const notify = (content: unknown, theme?: string) => ({
      type: "action.notify",
      payload: { content, theme },
    });
    const { task, notices } = openTask(
      {
        view: list(),
        plugins: [
          hotkeys({
            1: notify("Well done", "success"),
            2: notify({ type: "view.text", content: { type: "data.input", path: "w" } }),
          }),
        ],
      },
      { input: { w: "from input" } },
    );
    task.press("1");
    task.press("2");
    expect(notices).toEqual(["success: Well done", "info: from input"]);
  });

  test("a link is not opened but counted, and its address told", () => {
    const { task, notices } = openTask({
      view: list(),
      plugins: [hotkeys({ 1: { type: "action.open-link", payload: "https://example.com/a" } })],
    });
    task.press("1");
    expect(notices).toEqual([
      "info: On Toloka this opens https://example.com/a. It counts as opened; the playground opens nothing outside.",
    ]);
    expect(task.isFollowed("https://example.com/a")).toBe(true);
  });

  test("a view is opened, played and turned through a reference to it", () => {
    const view = { $ref: "view.items.0" };
    const { task } = openTask({
      view: list({ type: "view.collapse", label: "l", content: { type: "view.text" } }),
      plugins: [
        hotkeys({
          o: { type: "action.open-close", view },
          p: { type: "action.play-pause", view },
          l: { type: "action.rotate", view, payload: "left" },
          r: { type: "action.rotate", view, payload: "right" },
        }),
      ],
    });
    const [part] = partsOf(task);
    if (part === undefined) throw new Error("no part");
    for (const key of ["o", "p", "r", "r", "l", "l", "l"]) task.press(key);
    expect(task.stateOf(part)).toEqual({ open: true, isPlaying: true, turns: -1 });
    task.press("o");
    task.press("p");
    expect(task.stateOf(part)).toMatchObject({ open: false, isPlaying: false });
  });

  test("a button may act on the box that it stands in", () => {
    const button = {
      type: "view.action-button",
      label: "Close",
      action: { type: "action.open-close", view: { $ref: "vars.box" } },
    };
    const { task, notices } = openTask({
      view: list({ $ref: "vars.box" }),
      vars: { box: { type: "view.collapse", label: "l", defaultOpened: true, content: button } },
    });
    const [box] = partsOf(task);
    const content = box === undefined ? undefined : task.prop(box, "content");
    if (box === undefined || !isPart(content)) throw new Error("no button");
    task.run(task.prop(content, "action"));
    expect([task.isOpen(box), notices]).toEqual([false, []]);
  });

  test.each([
    [
      { type: "action.set", data: { type: "data.input", path: "a" }, payload: 1 },
      /cannot be written/,
    ],
    [{ type: "action.open-close", view: { $ref: "view.none" } }, /its view leads nowhere/],
    [set("a", { $ref: "vars.none" }), /leads nowhere/],
    [{ type: "action.dance" }, /action\.dance/],
    ["words", /words/],
  ])("%j says what is wrong with it", (action, words) => {
    const { task, notices } = openTask({ view: list(), plugins: [hotkeys({ 1: action })] });
    task.press("1");
    expect(notices.join()).toMatch(words);
    expect(task.output()).toEqual({});
  });
});

describe("triggers", () => {
  const trigger = (more: object) => ({ type: "plugin.trigger", ...more });

  test("fire when what they watch changes, and only when their condition is met", () => {
    const { task } = openTask({
      view: list(field("a")),
      plugins: [
        trigger({
          onChangeOf: output("a"),
          condition: { type: "condition.equals", to: "clear" },
          action: set("b", "cleared"),
        }),
      ],
    });
    answer(task, "a", "x");
    expect(task.output()).toEqual({ a: "x" });
    answer(task, "a", "clear");
    expect(task.output()).toEqual({ a: "clear", b: "cleared" });
  });

  test("fire at once when they are told to, and otherwise not", () => {
    const plugins = [
      trigger({ onChangeOf: output("a"), action: set("now", 1), fireImmediately: true }),
      trigger({ onChangeOf: output("a"), action: set("later", 1) }),
    ];
    expect(openTask({ view: list(), plugins }).task.output()).toEqual({ now: 1 });
  });

  test("set one another off", () => {
    const { task } = openTask({
      view: list(field("a")),
      plugins: [
        trigger({ onChangeOf: output("b"), action: set("c", output("b")) }),
        trigger({ onChangeOf: output("a"), action: set("b", output("a")) }),
      ],
    });
    answer(task, "a", "x");
    expect(task.output()).toEqual({ a: "x", b: "x", c: "x" });
  });

  test("that never come to rest are stopped, and it is said", () => {
    const { task, notices } = openTask({
      view: list(field("a")),
      plugins: [
        trigger({ onChangeOf: output("b"), action: { type: "action.toggle", data: output("c") } }),
        trigger({ onChangeOf: output("c"), action: { type: "action.toggle", data: output("b") } }),
        trigger({ onChangeOf: output("a"), action: { type: "action.toggle", data: output("b") } }),
      ],
    });
    answer(task, "a", "x");
    expect(notices).toEqual(["warning: Triggers keep setting one another off: they were stopped."]);
  });
});

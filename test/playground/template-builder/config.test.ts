import { describe, expect, test } from "vitest";
import { pageLayout, readConfig } from "../../../playground/page/src/template-builder/config.ts";
import { answer, openTask } from "./open-task.ts";

const quickStart =
  '{"view": {"items": [{"url": {"path": "image", "type": "data.input"}, "ratio": [1, 1], "type": "view.image"}, {"data": {"path": "result", "type": "data.output"}, "validation": {"type": "condition.required"}, "options": [{"label": "Boots", "value": "boots"}, {"label": "Sneakers", "value": "sneakers"}, {"label": "Other", "value": "other"}, {"label": "Failed to load", "value": "failed to load"}], "type": "field.radio-group"}], "type": "view.list"}, "plugins": [{"layout": {"kind": "scroll", "taskWidth": 400}, "type": "plugin.toloka"}]}';

describe("the config of the quick start", () => {
  const read = readConfig(quickStart);
  if ("problem" in read) throw new Error(read.problem);

  test("is read without a note, one column of 400 pixels", () => {
    expect(read.notes).toEqual([]);
    expect(pageLayout(read.config)).toEqual({ kind: "scroll", taskWidth: 400 });
  });

  test("asks for the kind of shoe before it is submitted", () => {
    const { task } = openTask(read.config, { input: { image: "https://example.com/1.jpg" } });
    expect(task.check()).toEqual([
      { path: "result", words: "This field is required.", at: "view.items.1" },
    ]);
    answer(task, "result", "boots");
    expect(task.check()).toEqual([]);
    expect(task.output()).toEqual({ result: "boots" });
  });

  test("takes no answer that is not among its options", () => {
    const { task } = openTask(read.config);
    answer(task, "result", "hats");
    expect(task.check()).toMatchObject([
      { path: "result", words: "This answer is not among the options." },
    ]);
  });
});

describe("reading a config", () => {
  test.each([
    ["{", /^The config is not JSON: /],
    ["[]", "The config is not a JSON object."],
    ["{}", "The config has no view: it must be an object with a component's type."],
    ['{"view": []}', "The config has no view: it must be an object with a component's type."],
    ['{"view": {}, "plugins": {}}', "The config's plugins must be a list of objects."],
    ['{"view": {}, "vars": 1}', "The config's vars must be an object."],
  ])("refuses %s in words", (text, problem) => {
    expect(readConfig(text)).toEqual({
      problem: typeof problem === "string" ? problem : expect.stringMatching(problem),
    });
  });

  test("names types that are unknown, and those that are only stood in for", () => {
    const view = {
      type: "view.list",
      items: [{ type: "view.hologram" }, { type: "view.iframe" }, { type: "view.text" }],
    };
    expect(
      readConfig(JSON.stringify({ view, vars: { schema: { type: "object" } } })),
    ).toMatchObject({
      notes: [
        "view.hologram is not a type that Template Builder's reference has",
        "view.iframe is drawn as the page's address, because nothing outside is loaded",
      ],
    });
  });

  test.each([
    [[], { kind: "scroll", taskWidth: null }],
    [[{ type: "plugin.toloka", layout: { kind: "pager" } }], { kind: "pager", taskWidth: null }],
    [
      [{ type: "plugin.toloka", layout: { kind: "spiral", taskWidth: "wide" } }],
      { kind: "scroll", taskWidth: null },
    ],
  ])("lays the page out by plugin.toloka: %j", (plugins, layout) => {
    expect(pageLayout({ view: {}, plugins, vars: {} })).toEqual(layout);
  });
});

import { describe, expect, test } from "vitest";
import { type FormInput, taskKinds } from "../../../src/domain/form.ts";
import { projectDefaults, readProjectForm } from "../../../src/domain/forms/project-form.ts";
import type { ProjectBody } from "../../../src/domain/plan.ts";
import { projectAnswers, quickstart } from "./quickstart.ts";

const withParsedConfig = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    key === "config" && typeof value === "string" ? JSON.parse(value) : value,
  );

const bodyOf = (input: FormInput): ProjectBody => {
  const reading = readProjectForm(input);
  if (!reading.ok) throw new Error(JSON.stringify(reading.errors));
  return reading.value;
};

describe("the project of Toloka's quick start", () => {
  test("comes out of the form value by value and key by key", () => {
    const reading = readProjectForm(projectAnswers);
    expect(reading).toEqual({ ok: true, value: expect.anything(), warnings: {} });
    const body = withParsedConfig(bodyOf(projectAnswers));
    expect(body).toEqual(withParsedConfig(quickstart.project));
    expect(JSON.stringify(body)).toBe(JSON.stringify(withParsedConfig(quickstart.project)));
  });

  test("carries its config as JSON text", () => {
    expect(typeof bodyOf(projectAnswers).task_spec.view_spec.config).toBe("string");
  });
});

describe("each kind of task", () => {
  test.each(taskKinds)("%s reads its own defaults without errors or warnings", (kind) => {
    const reading = readProjectForm({
      ...projectAnswers,
      task_kind: kind,
      ...projectDefaults(kind),
    });
    expect(reading).toEqual({ ok: true, value: expect.anything(), warnings: {} });
  });

  test.each([
    [
      "text_choice",
      ["view.list", "view.text", "plugin.toloka", "field.radio-group", "condition.required"],
    ],
    [
      "side_by_side",
      [
        "view.list",
        "view.image",
        "plugin.toloka",
        "field.radio-group",
        "condition.required",
        "layout.side-by-side",
      ],
    ],
    [
      "free_text",
      ["view.list", "view.text", "plugin.toloka", "field.textarea", "condition.required"],
    ],
  ] as const)("%s locks exactly the components it uses", (kind, components) => {
    const body = bodyOf({ ...projectAnswers, task_kind: kind, ...projectDefaults(kind) });
    expect(Object.keys(body.task_spec.view_spec.lock ?? {})).toEqual(["core", ...components]);
  });

  test("with more than one question each says its name, and a text output becomes a text area", () => {
    const body = bodyOf({
      ...projectAnswers,
      input_fields: "photo: url",
      output_fields: "kind: string [a|b]\nwhy: string optional",
    });
    expect(JSON.parse(String(body.task_spec.view_spec.config)).view.items).toEqual([
      { url: { path: "photo", type: "data.input" }, ratio: [1, 1], type: "view.image" },
      {
        data: { path: "kind", type: "data.output" },
        validation: { type: "condition.required" },
        label: "Kind",
        options: [
          { label: "A", value: "a" },
          { label: "B", value: "b" },
        ],
        type: "field.radio-group",
      },
      { data: { path: "why", type: "data.output" }, label: "Why", type: "field.textarea" },
    ]);
  });
});

test("a question of yes or no can be answered with no", () => {
  const body = bodyOf({ ...projectAnswers, output_fields: "kind: string [a|b]\nworn: boolean" });
  expect(JSON.parse(String(body.task_spec.view_spec.config)).view.items.at(-1)).toEqual({
    data: { path: "worn", type: "data.output" },
    validation: { type: "condition.required" },
    label: "Worn",
    options: [
      { label: "Yes", value: true },
      { label: "No", value: false },
    ],
    type: "field.radio-group",
  });
});

describe("a wrong project form is told at its field", () => {
  const nameHint = "Workers see this name. Say what they will do, e.g. *Categories of shoes*.";
  const cases: readonly [field: string, change: FormInput, message: string][] = [
    ["public_name", { public_name: " " }, nameHint],
    ["public_name", { public_name: undefined }, nameHint],
    [
      "public_name",
      { public_name: "x".repeat(101) },
      `At most 100 characters - you have 101. ${nameHint}`,
    ],
    ["public_description", { public_description: "" }, "Say in one sentence what workers will do."],
    [
      "public_instructions",
      { public_instructions: "" },
      "Tell workers how to do the task: what to look at and how to decide.",
    ],
    ["task_kind", { task_kind: "quiz" }, "Choose what kind of task it is."],
    [
      "input_fields",
      { input_fields: "image" },
      "Line 1: Write a name, a colon and a type, for example `image: url`.",
    ],
    [
      "input_fields",
      { input_fields: "image: string" },
      "Image choice needs an input with the image's link, for example `image: url`.",
    ],
    [
      "input_fields",
      { input_fields: "image: url hidden" },
      "Image choice needs an input with the image's link, for example `image: url`.",
    ],
    [
      "input_fields",
      { input_fields: "image: url\nmeta: json" },
      '*meta* is json: mark it hidden, or choose the task kind "own JSON" and give a view that shows it.',
    ],
    [
      "input_fields",
      { task_kind: "text_choice" },
      "Text choice needs an input with the text, for example `text: string`.",
    ],
    [
      "input_fields",
      { task_kind: "side_by_side" },
      "Side by side needs two inputs of one type: two links to images or two texts, for example `left: url` and `right: url`.",
    ],
    [
      "output_fields",
      { output_fields: "" },
      "Give at least one output, for example `result: string [yes|no]`.",
    ],
    [
      "output_fields",
      { output_fields: "result: string" },
      "*result* needs options, otherwise majority vote and golden tasks cannot work.",
    ],
    [
      "output_fields",
      { task_kind: "free_text" },
      "Free text needs an output without options, for example `answer: string`.",
    ],
    [
      "output_fields",
      { output_fields: "r: string [a|b]\nphoto: file" },
      '*photo* is file: choose the task kind "own JSON" and give a view that shows it.',
    ],
  ];
  test.each(cases)("%s %o", (field, change, message) => {
    expect(readProjectForm({ ...projectAnswers, ...change })).toEqual({
      ok: false,
      errors: { [field]: message },
    });
  });

  test("all wrong fields are told at once", () => {
    const reading = readProjectForm({});
    expect(Object.keys(reading.ok ? {} : reading.errors).sort()).toEqual([
      "input_fields",
      "output_fields",
      "public_description",
      "public_instructions",
      "public_name",
      "task_kind",
    ]);
  });

  test("instructions over one page are a warning", () => {
    const reading = readProjectForm({ ...projectAnswers, public_instructions: "x".repeat(3001) });
    expect(reading.ok && reading.warnings).toEqual({
      public_instructions: "Toloka advises at most one page; this is 3001 characters.",
    });
  });
});

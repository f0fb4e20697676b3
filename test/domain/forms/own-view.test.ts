import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { FormInput } from "../../../src/domain/form.ts";
import { readJsonText } from "../../../src/domain/forms/json-text.ts";
import { readProjectForm } from "../../../src/domain/forms/project-form.ts";
import { projectAnswers } from "./quickstart.ts";

const input = (path: string) => ({ type: "data.input", path });
const output = (path: string) => ({ type: "data.output", path });
const options = ["boots", "other"].map((value) => ({ label: value, value }));
const radio = { type: "field.radio-group", data: output("result"), options };
const image = { type: "view.image", url: input("image") };
const config = (...items: unknown[]) => ({ view: { type: "view.list", items } });
const good = config(image, radio);

const read = (view: unknown, change: FormInput = {}) =>
  readProjectForm({
    ...projectAnswers,
    task_kind: "own_json",
    view: typeof view === "string" ? view : JSON.stringify(view),
    ...change,
  });

const lock = {
  core: "1.7.0",
  "view.list": "1.0.5",
  "view.image": "1.2.0",
  "field.radio-group": "1.1.10",
};

describe("an own view", () => {
  test("as a config gets a lock and the settings", () => {
    const reading = read(good);
    expect(reading.ok && reading.value.task_spec.view_spec).toEqual({
      lock,
      type: "tb",
      config: JSON.stringify(good),
      settings: expect.objectContaining({ showSkip: true, showInstructions: true }),
    });
  });

  test("as a whole view_spec keeps its lock, its config text and unknown keys", () => {
    const whole = {
      type: "tb",
      lock: { ...lock, core: "1.5.0" },
      config: JSON.stringify(good, null, 1),
      settings: { showSkip: false },
      inferDataSpec: false,
    };
    const reading = read(whole);
    expect(reading.ok && reading.value.task_spec.view_spec).toEqual(whole);
  });

  test("of the classic editor is taken with its markup", () => {
    const reading = read({ type: "classic", markup: "<p>{{image}}</p>", settings: {} });
    expect(reading.ok && reading.value.task_spec.view_spec).toEqual({
      type: "classic",
      markup: "<p>{{image}}</p>",
      settings: {},
    });
  });

  test("may refer to its own parts", () => {
    const view = {
      ...config(image, { ...radio, data: { $ref: "vars.0" } }),
      vars: { 0: output("result") },
    };
    expect(read(view).ok).toBe(true);
  });

  test.each([
    ["required", {}, true],
    ["optional", {}, false],
    ["required", { preserveFalse: true }, false],
  ])("warns of a box to tick that cannot be answered with no: %s %o", (mark, more, isWarned) => {
    const box = { type: "field.checkbox", data: output("worn"), ...more };
    const reading = read(config(image, radio, box), {
      output_fields: `result: string [boots|other]\nworn: boolean ${mark}`,
    });
    const words = JSON.stringify(reading.ok ? reading.warnings : reading);
    expect(words.includes("nobody can answer no")).toBe(isWarned);
  });

  test("warns about an input it does not show and about versions that were guessed", () => {
    const reading = read(config(image, radio, { type: "view.alert", content: input("image") }), {
      input_fields: "image: url\nimagee: url\nid: string hidden",
    });
    expect(reading.ok && reading.warnings).toEqual({
      view: "Locked at version 1.0.0: view.alert. Paste a whole view_spec to choose others.\n*imagee* is not used by the view (did you mean *image*?). Workers will not see it.",
    });
  });
});

describe("a wrong own view is told", () => {
  const cases: readonly [name: string, view: unknown, message: string][] = [
    ["missing", "", "Paste the view as JSON, or choose another task kind."],
    [
      "cut off",
      '{"view":',
      "The view is not JSON: line 1, column 9: I expected a value, but the text ends.",
    ],
    [
      "a comma too many",
      '{\n  "view": {},\n}',
      'The view is not JSON: line 3, column 1: I expected a name in "quotes", but there is }.',
    ],
    [
      "curly quotes",
      "{\u201cview\u201d: 1}",
      'The view is not JSON: line 1, column 2: I expected a name in "quotes" or }, but there is \u201c; use straight quotes.',
    ],
    ["a list", "[]", "The view must be a JSON object {...}."],
    [
      "without view",
      { items: [] },
      'The config needs a key "view" with a component, for example {"view": {"type": "view.list", "items": []}}.',
    ],
    ["a view without type", { view: {} }, 'The component in "view" needs a "type".'],
    [
      "another input",
      config({ ...image, url: input("picture") }, radio),
      "The view reads *picture*, but the input is called *image*.",
    ],
    [
      "another output",
      config(image, { ...radio, data: output("reslt") }),
      "The view fills *reslt*, but the output is called *result*.\nThe view never fills *result*, which is required: nobody could submit.",
    ],
    [
      "a path inside",
      config({ ...image, url: input("img.0.url") }, radio),
      "The view reads *img*, but the input is called *image*.",
    ],
    [
      "an option not allowed",
      config(image, { ...radio, options: [{ label: "Boot", value: "boot" }] }),
      "The view offers *boot*, but *result* allows only boots, sneakers, other, failed to load.",
    ],
    [
      "nothing asked",
      config(image),
      "The view never fills *result*, which is required: nobody could submit.",
    ],
    [
      "a proto key",
      '{"view": {"type": "view.list", "__proto__": {}}}',
      'The view has a key "__proto__", or is nested more than 100 levels deep.',
    ],
    [
      "tb without lock",
      { type: "tb", config: good },
      'A view of type "tb" needs "lock" with the version of each component.',
    ],
    [
      "tb with a poor lock",
      { type: "tb", config: good, lock: { core: "1.0.0" } },
      "The lock has no version of view.list, view.image, field.radio-group.",
    ],
    [
      "tb without config",
      { type: "tb", lock },
      'A view of type "tb" needs "config", as JSON text or as an object.',
    ],
    [
      "tb with broken config",
      { type: "tb", lock, config: "{" },
      'The config inside the view is not JSON: line 1, column 2: I expected a name in "quotes" or }, but the text ends.',
    ],
    [
      "classic without markup",
      { type: "classic", lock: {} },
      'A classic view needs "markup" with its HTML as text.',
    ],
    ["another type", { type: "new", config: "" }, 'The view\'s "type" is "tb" or "classic".'],
  ];
  test.each(cases)("%s", (_name, view, message) => {
    expect(read(view)).toEqual({ ok: false, errors: { view: message } });
  });

  test("with several inputs the near one is offered, else all are named", () => {
    const change = { input_fields: "left: url\nright: url" };
    const items = [{ ...image, url: input("lefd") }, { ...image, url: input("zzzzzz") }, radio];
    expect(read(config(...items), change)).toEqual({
      ok: false,
      errors: {
        view: "The view reads *lefd*, but there is no such input. Did you mean *left*?\nThe view reads *zzzzzz*, but there is no such input. There are *left*, *right*.",
      },
    });
  });

  test("a very deep view is answered and not a crash", () => {
    expect(read(`${"[".repeat(40_000)}${"]".repeat(40_000)}`).ok).toBe(false);
    const deep = `{"view": {"type": "view.list", "items": ${"[".repeat(20_000)}${"]".repeat(20_000)}}}`;
    expect(read(deep)).toEqual({
      ok: false,
      errors: { view: 'The view has a key "__proto__", or is nested more than 100 levels deep.' },
    });
  });
});

test("a fault in JSON is found exactly where the text stops being JSON", () => {
  fc.assert(
    fc.property(fc.json({ noUnicodeString: false }), fc.nat(200), (text, cut) => {
      expect(readJsonText(text)).toEqual({ ok: true, value: JSON.parse(text) });
      const broken = `${text.slice(0, cut)}\u0001${text.slice(cut)}`;
      const at = Math.min(cut, text.length);
      const reading = readJsonText(broken);
      const column = reading.ok ? 0 : reading.column;
      // Inside a string the fault is told at the string's start, elsewhere at the character itself.
      expect(!reading.ok && reading.line === 1 && column >= 1 && column <= at + 1).toBe(true);
    }),
    { numRuns: 500 },
  );
});

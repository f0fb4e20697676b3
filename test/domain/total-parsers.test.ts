import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ConfigError } from "../../src/config.ts";
import { formatDuration, parseDuration } from "../../src/domain/durations.ts";
import { poolFields, projectFields, tasksFields } from "../../src/domain/form.ts";
import { readClosingTime } from "../../src/domain/forms/closing-time.ts";
import { readFieldLines } from "../../src/domain/forms/field-lines.ts";
import { readJsonText } from "../../src/domain/forms/json-text.ts";
import { readProjectForm } from "../../src/domain/forms/project-form.ts";
import { readDollars, readWholeNumber } from "../../src/domain/forms/typed-numbers.ts";
import { parseCommand } from "../../src/domain/grammar.ts";
import { formatMicros, microsFromDollars } from "../../src/domain/money.ts";
import { readPolicy } from "../../src/policy-file.ts";
import { errorsByBlock, formInputOf, stateSchema } from "../../src/slack/form-state.ts";
import { formValueSchema, parseValue, runValueSchema } from "../../src/slack/payloads.ts";

const now = new Date("2026-11-23T12:00:00Z");

/** Words of all the small languages, so that random texts come close to what is right. */
const word = fc.oneof(
  { weight: 3, arbitrary: fc.string({ unit: "binary", maxLength: 10 }) },
  {
    weight: 5,
    arbitrary: fc.constantFrom(
      ...["new", "run", "open", "pause", "status", "production", "help", "4711", '"', "because"],
      ...[
        "url",
        "string",
        "array",
        "required",
        ":",
        ",",
        "{",
        "}",
        "[",
        "]",
        '"a"',
        "null",
        "1e999",
      ],
      ...[
        "$",
        "0.02",
        "-",
        "2026-12-01",
        "18:00",
        "in",
        "2",
        "days",
        "24h",
        "__proto__",
        "toString",
      ],
      ...["environments:", "sandbox:", "approvers:", "anyone", "\n", "  ", "&a", "*a", "<<: *a"],
    ),
  },
);
const text = fc
  .array(word, { maxLength: 12 })
  .chain((words) => fc.constantFrom("", " ", "\n").map((between) => words.join(between)));

/** Functions that answer something for every text, and throw for none. */
const total: readonly (readonly [string, (text: string) => unknown])[] = [
  ["the command's grammar", parseCommand],
  ["input fields", (value) => readFieldLines(value, "input")],
  ["output fields", (value) => readFieldLines(value, "output")],
  ["JSON in a form", readJsonText],
  ["dollars in a form", readDollars],
  ["whole numbers in a form", (value) => readWholeNumber(value, 1, 30_000)],
  ["a closing time", (value) => readClosingTime(value, now)],
  ["a duration", parseDuration],
  ["a run's button", (value) => parseValue(runValueSchema, value) ?? "none"],
  ["a form's metadata", (value) => parseValue(formValueSchema, value) ?? "none"],
];

describe("parsers answer every text", () => {
  test.each(total)("%s", (_name, parse) => {
    fc.assert(
      fc.property(text, (value) => {
        expect(parse(value)).not.toBe(undefined);
      }),
      { numRuns: 5_000 },
    );
  });

  test("a project's form", () => {
    const input = fc.dictionary(fc.constantFrom(...Object.values(projectFields)), text);
    fc.assert(
      fc.property(input, (given) => {
        expect(readProjectForm(given)).toBeTruthy();
      }),
      { numRuns: 5_000 },
    );
  });

  test("a policy file is read, or refused with words", () => {
    fc.assert(
      fc.property(text, (value) => {
        try {
          expect(readPolicy(value, "policy.yml").environments).toBeTruthy();
        } catch (error) {
          expect(error).toBeInstanceOf(ConfigError);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test("the state of a form, whatever it holds", () => {
    const fields = [...Object.values(poolFields), ...Object.values(tasksFields), "__proto__", "x"];
    const element = fc.record(
      {
        type: fc.constantFrom("plain_text_input", "external_select", "file_input", "new_element"),
        value: fc.option(text),
        selected_option: fc.option(fc.record({ value: text, text: fc.record({ text }) })),
        selected_options: fc.option(fc.array(fc.record({ value: text }))),
        files: fc.option(fc.array(fc.record({ id: text }))),
        selected_date_time: fc.option(fc.double()),
      },
      { requiredKeys: ["type"] },
    );
    const values = fc.dictionary(fc.constantFrom(...fields), fc.dictionary(text, element));
    const anything = fc.oneof(
      fc.record({ values }),
      fc.record({ values: fc.anything() }),
      fc.json(),
    );
    fc.assert(
      fc.property(anything, (state) => {
        const parsed = stateSchema.safeParse(state);
        if (!parsed.success) return;
        const input = formInputOf(parsed.data);
        expect(Object.getPrototypeOf(input)).toBe(Object.prototype);
        expect(errorsByBlock({ pool_name: "wrong" }, parsed.data)).toBeTruthy();
      }),
      { numRuns: 5_000 },
    );
  });
});

test("money is written and read back to the micro-dollar", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9_999_999_999 }), (micros) => {
      expect(microsFromDollars(Number(formatMicros(micros)))).toBe(micros);
    }),
    { numRuns: 5_000 },
  );
});

test("durations are written and read back", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 30 * 24 * 60 }), (minutes) => {
      const written = formatDuration(minutes * 60_000);
      const parsed = parseDuration(written.replaceAll(" ", ""));
      if (parsed !== null) expect(parsed).toBeLessThanOrEqual(minutes * 60_000);
      expect(written).not.toBe("");
    }),
  );
});

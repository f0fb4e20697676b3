import fc from "fast-check";
import { afterEach, describe, expect, test } from "vitest";
import { readJsonText } from "../../src/domain/forms/json-text.ts";
import { readEnvelope } from "../../src/slack/ingress/envelope.ts";
import { hasPoisonedKeys } from "../../src/slack/ingress/poisoned-keys.ts";
import { parseValue, runValueSchema } from "../../src/slack/payloads.ts";
import { readSheet } from "../files/read-sheet.ts";

const keys = ["__proto__", "constructor", "prototype"] as const;

describe("keys that reach into what all objects share", () => {
  afterEach(() => {
    expect(Object.keys(Object.prototype)).toEqual([]);
    expect("polluted" in {}).toBe(false);
  });

  test.each(keys)("%s is found at any depth of a request, in JSON and in form fields", (key) => {
    const inner = fc.json({ maxDepth: 3 });
    fc.assert(
      fc.property(
        inner,
        inner,
        fc.array(fc.constantFrom("a", "b"), { maxLength: 6 }),
        (x, y, path) => {
          const poison = `{"x":${x},"${key}":{"polluted":true},"y":${y}}`;
          const deep = path.reduce((text, name) => `{"${name}":[${text}]}`, poison);
          expect(hasPoisonedKeys(JSON.parse(deep))).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test("a request of Slack's has none", () => {
    const body = { type: "block_actions", view: { state: { values: { a: { b: "__proto__" } } } } };
    expect(hasPoisonedKeys(body)).toBe(false);
    expect(readEnvelope(body)).not.toBe(null);
  });

  test("an endlessly nested request is looked through without a stack", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    expect(hasPoisonedKeys(JSON.parse(deep))).toBe(false);
  });

  test.each(keys)("%s in a button's value makes it none of the bot's", (key) => {
    const value = `{"run":"6f2c1d3e-0f6a-5b1c-9d55-3a1f5e0c7a42","version":1,"${key}":{"polluted":1}}`;
    expect(parseValue(runValueSchema, value)).toBe(null);
  });

  test.each(keys)("%s in the JSON of a form changes nothing but its own text", (key) => {
    expect(readJsonText(`{"a":1,"${key}":{"polluted":true}}`)).toBeTruthy();
  });

  test.each(keys)("%s as a column of a table is a column like others, or refused", async (key) => {
    const { rows, fault } = await readSheet("a.csv", `image,${key}\nhttps://a.example/1.jpg,yes\n`);
    expect(fault !== null || rows.length === 1).toBe(true);
    const json = await readSheet("a.json", `[{"image":"x","${key}":{"polluted":true}}]`);
    expect(json.fault !== null || json.rows.length === 1).toBe(true);
  });
});

import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { canonicalJson, sha256Hex } from "../../src/domain/canonical.ts";
import type { Json } from "../../src/domain/json.ts";

const vectors: readonly (readonly [Json, string])[] = [
  [null, "null"],
  [true, "true"],
  [1, "1"],
  ["1", '"1"'],
  [-0, "0"],
  [0.1 + 0.2, "0.30000000000000004"],
  [1e21, "1e+21"],
  [[], "[]"],
  [{}, "{}"],
  [[3, 1, 2], "[3,1,2]"],
  [{ b: 1, a: { d: null, c: [false] } }, '{"a":{"c":[false],"d":null},"b":1}'],
  [{ "10": 1, "9": 2 }, '{"10":1,"9":2}'],
  [{ é: 1, z: 2, Z: 3 }, '{"Z":3,"z":2,"é":1}'],
  ["\ud800", String.raw`"\ud800"`],
  ['quote " back \\ \n', String.raw`"quote \" back \\ \n"`],
  ["👟", '"👟"'],
];

/** The same value with the members of each object in the opposite order. */
const reversed = (value: Json): Json => {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reversed(member)]),
  );
};

const json: fc.Arbitrary<Json> = fc
  .jsonValue({ stringUnit: "binary" })
  .map((value) => JSON.parse(JSON.stringify(value)) satisfies Json);

describe("the canonical form", () => {
  test.each(vectors)("of %j is %s", (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses %s", (value) => {
    expect(() => canonicalJson({ price: value })).toThrow(
      new RangeError(`${value} has no canonical form`),
    );
  });

  test("refuses what is not JSON", () => {
    const date: Json = Object.assign(Object.create(null), JSON.parse("{}"), { at: undefined });
    expect(() => canonicalJson(date)).toThrow(new TypeError("undefined has no canonical form"));
  });

  test("does not depend on the order of keys and keeps the value", () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = canonicalJson(value);
        expect(canonicalJson(reversed(value))).toBe(text);
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
      { numRuns: 500 },
    );
  });

  test("two values share it only when they are equal as JSON", () => {
    fc.assert(
      fc.property(json, json, (left, right) => {
        const same = canonicalJson(left) === canonicalJson(right);
        expect(same).toBe(isDeepStrictEqual(left, right));
      }),
      { numRuns: 300 },
    );
  });

  test("is hashed by sha256", () => {
    expect(sha256Hex("abc")).toBe(
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    );
  });
});

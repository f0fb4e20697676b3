import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../emulators/toloka/json.ts";
import { createAccount, fieldCodes, fixture } from "./account.ts";

describe("tasks against the project's fields", () => {
  const spec = {
    input_spec: {
      image: { type: "url" },
      title: { type: "string", required: false, min_length: 2, max_length: 4, pattern: "[a-z]+" },
      count: { type: "integer", required: false, min_value: 1, max_value: 5 },
      ratio: { type: "float", required: false },
      flag: { type: "boolean", required: false },
      place: { type: "coordinates", required: false },
      extra: { type: "json", required: false },
      size: { type: "string", required: false, allowed_values: ["s", "m"] },
      links: { type: "array_url", required: false, max_size: 2 },
    },
    output_spec: { result: { type: "string", allowed_values: ["OK", "BAD"] } },
  };
  const good = { image: "https://example.com/1.jpg" };
  const cases: [JsonObject, string[]][] = [
    [{ input_values: {} }, ["input_values.image: VALUE_REQUIRED"]],
    [
      { input_values: { image: null, imagis: 1 } },
      ["input_values.image: VALUE_REQUIRED", "input_values.imagis: VALUE_NOT_ALLOWED"],
    ],
    [{ input_values: { image: "ftp://x" } }, ["input_values.image: INVALID_URL_SYNTAX"]],
    [{ input_values: { ...good, title: 1 } }, ["input_values.title: STRING_EXPECTED"]],
    [
      { input_values: { ...good, title: "a" } },
      ["input_values.title: STRING_LENGTH_LESS_THAN_MIN"],
    ],
    [
      { input_values: { ...good, title: "abcde" } },
      ["input_values.title: STRING_LENGTH_GREATER_THAN_MAX"],
    ],
    [{ input_values: { ...good, title: "AB" } }, ["input_values.title: PATTERN_MISMATCH"]],
    [{ input_values: { ...good, count: 1.5 } }, ["input_values.count: INTEGER_EXPECTED"]],
    [{ input_values: { ...good, count: 0 } }, ["input_values.count: VALUE_LESS_THAN_MIN"]],
    [{ input_values: { ...good, count: 6 } }, ["input_values.count: VALUE_GREATER_THAN_MAX"]],
    [{ input_values: { ...good, ratio: "1" } }, ["input_values.ratio: FLOAT_EXPECTED"]],
    [{ input_values: { ...good, flag: "true" } }, ["input_values.flag: BOOLEAN_EXPECTED"]],
    [
      { input_values: { ...good, place: "here" } },
      ["input_values.place: INVALID_COORDINATES_SYNTAX"],
    ],
    [{ input_values: { ...good, extra: "{}" } }, ["input_values.extra: JSON_EXPECTED"]],
    [{ input_values: { ...good, size: "l" } }, ["input_values.size: INVALID_VALUE"]],
    [{ input_values: { ...good, links: "www.x" } }, ["input_values.links: ARRAY_EXPECTED"]],
    [
      { input_values: { ...good, links: ["www.a", "b", "www.c"] } },
      [
        "input_values.links.1: INVALID_URL_SYNTAX",
        "input_values.links: ARRAY_SIZE_GREATER_THAN_MAX",
      ],
    ],
    [{ overlap: undefined }, ["overlap: VALUE_REQUIRED"]],
    [{ overlap: 0 }, ["overlap: VALUE_LESS_THAN_MIN"]],
    [{ pool_id: "1" }, ["pool_id: ENTITY_DOES_NOT_EXIST"]],
    [
      { known_solutions: [{ output_values: { result: "MAYBE" } }] },
      ["known_solutions.0.output_values.result: INVALID_VALUE"],
    ],
    [
      { known_solutions: [{ output_values: { other: 1 }, correctness_weight: 2 }] },
      [
        "known_solutions.0.correctness_weight: VALUE_GREATER_THAN_MAX",
        "known_solutions.0.output_values.other: VALUE_NOT_ALLOWED",
      ],
    ],
  ];
  test.each(cases)("%j", async (changes, expected) => {
    const account = createAccount();
    const poolId = await account.pool(await account.project({ task_spec: spec }));
    const task = account.task(poolId, { input_values: good, ...changes });
    const reply = await account.send("POST", "/tasks", task);
    expect({ status: reply.status, fields: fieldCodes(reply) }).toEqual({
      status: 400,
      fields: expected,
    });
  });

  test("a later edit of the project does not reach an existing pool", async () => {
    const account = createAccount();
    const projectId = await account.project();
    const poolId = await account.pool(projectId);
    const edited = { ...fixture("quickstart.project.create.req.json"), task_spec: spec };
    expect((await account.send("PUT", `/projects/${projectId}`, edited)).status).toBe(200);
    const task = account.task(poolId, { input_values: { ...good, title: "ab" } });
    expect(fieldCodes(await account.send("POST", "/tasks", task))).toEqual([
      "input_values.title: VALUE_NOT_ALLOWED",
    ]);
  });
});

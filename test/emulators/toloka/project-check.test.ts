import { expect, test } from "vitest";
import type { JsonObject } from "../../../emulators/toloka/json.ts";
import { differenceLevel } from "../../../emulators/toloka/project-difference.ts";
import { createAccount, fixture, idOf } from "./account.ts";

const IMAGE = { type: "url", required: true, hidden: false };
const QUICK_START = fixture("quickstart.project.create.req.json");
const spec = Object(QUICK_START.task_spec);

function withInput(input: JsonObject): JsonObject {
  return { ...QUICK_START, task_spec: { ...spec, input_spec: input } };
}

const TABLE: [string, JsonObject, string][] = [
  ["the same body", QUICK_START, "EQUAL"],
  [
    "a default that is written out",
    { ...QUICK_START, assignments_issuing_type: "AUTOMATED" },
    "EQUAL",
  ],
  ["another name", { ...QUICK_START, public_name: "Hats" }, "NON_BREAKING_CHANGE"],
  [
    "a field more that may be missing",
    withInput({ image: IMAGE, note: { type: "string", required: false } }),
    "NON_BREAKING_CHANGE",
  ],
  [
    "a field that need not be there any more",
    withInput({ image: { ...IMAGE, required: false } }),
    "NON_BREAKING_CHANGE",
  ],
  ["a field less", withInput({ other: { ...IMAGE, required: false } }), "BREAKING_CHANGE"],
  [
    "a field more that must be there",
    withInput({ image: IMAGE, note: { type: "string" } }),
    "BREAKING_CHANGE",
  ],
  ["another type", withInput({ image: { ...IMAGE, type: "string" } }), "BREAKING_CHANGE"],
];

test.each(TABLE)("replacing a project by one with %s", async (_what, body, expected) => {
  const account = createAccount();
  const projectId = idOf(await account.send("POST", "/projects", QUICK_START));
  const before = (await account.send("GET", `/projects/${projectId}`)).body;
  const response = await account.emulator.fetch(
    `http://toloka.test/api/staging/projects/${projectId}/check`,
    {
      method: "POST",
      headers: { authorization: "ApiKey test-key", "content-type": "application/json" },
      body: JSON.stringify(body),
    },
  );
  expect([response.status, await response.json()]).toEqual([200, { differenceLevel: expected }]);
  expect((await account.send("GET", `/projects/${projectId}`)).body).toEqual(before);
});

test("a field that could be missing and must be there now breaks what was uploaded", () => {
  const optional = withInput({ image: { ...IMAGE, required: false } });
  expect(differenceLevel(optional, QUICK_START)).toBe("BREAKING_CHANGE");
});

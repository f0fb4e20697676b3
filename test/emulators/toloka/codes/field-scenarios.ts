import type { JsonObject } from "../../../../emulators/toloka/json.ts";
import { fixture, poolBody } from "../account.ts";
import type { Lab } from "../conformity/lab.ts";
import { ANNA } from "../people/people.ts";
import type { Scenario } from "./business-scenarios.ts";

/** A project with other members. */
const project =
  (changes: JsonObject): Scenario =>
  (lab) =>
    lab.send("POST", "/projects", { ...fixture("quickstart.project.create.req.json"), ...changes });

/** A pool with other members. */
const pool =
  (changes: JsonObject): Scenario =>
  async (lab) =>
    lab.send("POST", "/pools", poolBody(await lab.project(), changes));

const spec = (image: JsonObject): JsonObject => ({
  input_spec: { image },
  output_spec: { result: { type: "string" } },
});

/** A task whose input has a field of this spec and value. */
const task =
  (image: JsonObject, value: unknown, changes: JsonObject = {}): Scenario =>
  async (lab) => {
    const poolId = await lab.pool(await lab.project({ task_spec: spec(image) }));
    return lab.send(
      "POST",
      "/tasks",
      lab.task(poolId, { input_values: { image: value }, ...changes }),
    );
  };

const skill =
  (changes: JsonObject): Scenario =>
  (lab) =>
    lab.send("POST", "/skills", { name: "Shoes", ...changes });

/** An upload with a query. */
const upload =
  (query: string): Scenario =>
  (lab) =>
    lab.send("POST", `/tasks?${query}`, []);

const condition = { category: "profile", key: "languages", operator: "IN", value: "EN" };

/** Every field code that a rule raises, with a way to it. */
export const FIELD_SCENARIOS: { readonly [code: string]: Scenario } = {
  ARRAY_EXPECTED: task({ type: "array_string" }, "one"),
  ARRAY_SIZE_GREATER_THAN_MAX: task({ type: "array_string", max_size: 1 }, ["a", "b"]),
  ARRAY_SIZE_LESS_THAN_MIN: task({ type: "array_string", min_size: 1 }, []),
  BLANK_STRING_NOT_ALLOWED: skill({ name: " " }),
  BOOLEAN_EXPECTED: upload("async_mode=perhaps"),
  EMPTY_OBJECT_NOT_ALLOWED: skill({ public_name: {} }),
  ENTITY_ACCESS_DENIED: async (lab) => {
    const id = await lab.people.plantSkill({ name: "English" });
    return lab.send("PUT", "/user-skills", { skill_id: id, user_id: ANNA, value: 1 });
  },
  ENTITY_CONFLICT: (lab) => {
    const bonus = { user_id: ANNA, amount: 1, without_message: true };
    return lab.send("POST", "/user-bonuses", [bonus, bonus]);
  },
  ENTITY_DOES_NOT_EXIST: async (lab) => lab.send("POST", "/tasks", lab.task("7")),
  FLOAT_EXPECTED: task({ type: "float" }, "1.5"),
  INTEGER_EXPECTED: task({ type: "integer" }, 1.5),
  INVALID_COORDINATES_SYNTAX: task({ type: "coordinates" }, "here"),
  INVALID_DATE_TIME_SYNTAX: pool({ will_expire: "30 February" }),
  INVALID_REGEX_SYNTAX: project({ task_spec: spec({ type: "string", pattern: "(" }) }),
  INVALID_URL_SYNTAX: task({ type: "url" }, "ftp://example.com"),
  INVALID_VALUE: task({ type: "string", allowed_values: ["a"] }, "b"),
  JSON_EXPECTED: task({ type: "json" }, "text"),
  MAX_ONE_PROPERTY_ALLOWED: pool({ filter: { and: [], or: [] } }),
  NOT_NULL_BODY: (lab) => lab.send("POST", "/pools"),
  OBJECT_EXPECTED: task({ type: "url" }, "www.a.example", { input_values: "text" }),
  PATTERN_MISMATCH: task({ type: "string", pattern: "[a-z]+" }, "A"),
  SIMPLE_VALUE_EXPECTED: pool({ filter: { and: [{ ...condition, value: ["EN"] }] } }),
  STRING_EXPECTED: task({ type: "string" }, 5),
  STRING_LENGTH_GREATER_THAN_MAX: task({ type: "string", max_length: 1 }, "ab"),
  STRING_LENGTH_LESS_THAN_MIN: task({ type: "string", min_length: 3 }, "ab"),
  UNKNOWN_ENUM_VALUE: (lab) => lab.send("GET", "/pools?status=ASLEEP"),
  UUID_EXPECTED: upload("async_mode=true&operation_id=7"),
  VALUE_GREATER_THAN_MAX: (lab) => lab.send("GET", "/tasks?limit=301"),
  VALUE_LESS_THAN_MIN: pool({ reward_per_assignment: 0.004 }),
  VALUE_NOT_ALLOWED: task({ type: "url" }, "www.a.example", { input_values: { imagis: "x" } }),
  VALUE_REQUIRED: task({ type: "url" }, "www.a.example", { overlap: null }),
};

/** Requests to all routes with nothing in them, for the codes that each gives. */
export async function sendNothing(lab: Lab, routes: readonly { method: string; path: string }[]) {
  for (const { method, path } of routes) {
    const address = path.replace("/api/v1", "").replace("/api/staging", "/../staging");
    const body = method === "GET" || method === "DELETE" ? undefined : {};
    await lab.send(method, address.replace(":id", "7"), body);
    if (method === "GET") await lab.send(method, `${address.replace(":id", "7")}?limit=0`);
  }
}

import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../emulators/toloka/json.ts";
import { createAccount, fieldCodes, fixture, poolBody } from "./account.ts";

const JSON_TYPE = { "content-type": "application/json" };

describe("refusals of the whole request", () => {
  const cases: [string, string, string, unknown, object, number, string][] = [
    [
      "a wrong key",
      "GET",
      "/pools",
      undefined,
      { authorization: "ApiKey no" },
      401,
      "AUTHENTICATION_ERROR",
    ],
    ["no key", "GET", "/pools", undefined, { authorization: "" }, 401, "AUTHENTICATION_ERROR"],
    [
      "a bare key",
      "GET",
      "/pools",
      undefined,
      { authorization: "test-key" },
      401,
      "AUTHENTICATION_ERROR",
    ],
    ["an unknown route", "GET", "/nothing", undefined, {}, 404, "NOT_FOUND"],
    ["an unknown object", "GET", "/pools/1", undefined, {}, 404, "DOES_NOT_EXIST"],
    ["a wrong method", "DELETE", "/pools/1", undefined, {}, 405, "METHOD_NOT_ALLOWED"],
    [
      "a body of another type",
      "POST",
      "/pools",
      {},
      { "content-type": "text/plain" },
      415,
      "UNSUPPORTED_MEDIA_TYPE",
    ],
    ["a missing body", "POST", "/pools", undefined, JSON_TYPE, 400, "VALIDATION_ERROR"],
  ];
  test.each(cases)("%s", async (_name, method, path, body, headers, status, code) => {
    const reply = await createAccount().send(method, path, body, headers);
    expect({ status: reply.status, code: reply.body.code }).toEqual({ status, code });
    expect(reply.body.request_id).toBe(reply.headers.get("x-request-id"));
  });

  test("JSON that does not parse", async () => {
    const { emulator } = createAccount();
    const response = await emulator.fetch("http://toloka.test/api/v1/pools", {
      method: "POST",
      headers: { authorization: "ApiKey test-key", ...JSON_TYPE },
      body: "{",
    });
    expect(response.status).toBe(400);
  });

  test("too many tasks, and too many bytes, for one request", async () => {
    const account = createAccount();
    const poolId = await account.pool(await account.project());
    const many = new Array(5001).fill(account.task(poolId));
    const image = `https://example.com/${"x".repeat(1_048_576)}`;
    const replies = [
      await account.send("POST", "/tasks", many),
      await account.send("POST", "/tasks?async_mode=true", [
        account.task(poolId, { input_values: { image } }),
      ]),
    ];
    expect(replies.map(({ status, body }) => [status, body.code])).toEqual([
      [413, "ENTITY_TOO_LARGE"],
      [413, "ENTITY_TOO_LARGE"],
    ]);
    expect((await account.control.state()).counts.tasks).toBe(0);
  });
});

test("all wrong fields of a project are named at once", async () => {
  const reply = await createAccount().send("POST", "/projects", {
    public_name: " ",
    task_spec: {
      input_spec: { image: { type: "picture" }, file: { type: "file" } },
      output_spec: {},
      view_spec: { type: "tb", config: "{", settings: { showSkip: "yes" } },
    },
    assignments_issuing_type: "MAP_SELECTOR",
  });
  expect(fieldCodes(reply)).toEqual([
    "assignments_issuing_view_config: VALUE_REQUIRED",
    "public_description: VALUE_REQUIRED",
    "public_name: BLANK_STRING_NOT_ALLOWED",
    "task_spec.input_spec.file.type: INVALID_VALUE",
    "task_spec.input_spec.image.type: UNKNOWN_ENUM_VALUE",
    "task_spec.output_spec: EMPTY_OBJECT_NOT_ALLOWED",
    "task_spec.view_spec.config: JSON_EXPECTED",
    "task_spec.view_spec.lock: VALUE_REQUIRED",
    "task_spec.view_spec.settings.showSkip: BOOLEAN_EXPECTED",
  ]);
});

describe("bounds of a pool", () => {
  const condition = { category: "profile", key: "languages", operator: "IN", value: "RU" };
  const quality = fixture("quickstart.pool.create.req.json").quality_control;
  const cases: [JsonObject, string][] = [
    [{ project_id: "999" }, "project_id: ENTITY_DOES_NOT_EXIST"],
    [{ private_name: null }, "private_name: VALUE_REQUIRED"],
    [{ may_contain_adult_content: "yes" }, "may_contain_adult_content: BOOLEAN_EXPECTED"],
    [{ will_expire: "tomorrow" }, "will_expire: INVALID_DATE_TIME_SYNTAX"],
    [{ will_expire: "2099-02-30T00:00:00" }, "will_expire: INVALID_DATE_TIME_SYNTAX"],
    [{ reward_per_assignment: 0.004 }, "reward_per_assignment: VALUE_LESS_THAN_MIN"],
    [{ reward_per_assignment: "1" }, "reward_per_assignment: FLOAT_EXPECTED"],
    [
      { assignment_max_duration_seconds: 4 },
      "assignment_max_duration_seconds: VALUE_LESS_THAN_MIN",
    ],
    [
      { assignment_max_duration_seconds: 60.5 },
      "assignment_max_duration_seconds: INTEGER_EXPECTED",
    ],
    [
      { auto_close_after_complete_delay_seconds: 259_201 },
      "auto_close_after_complete_delay_seconds: VALUE_GREATER_THAN_MAX",
    ],
    [{ auto_accept_period_day: 22 }, "auto_accept_period_day: VALUE_GREATER_THAN_MAX"],
    [{ priority: 101 }, "priority: VALUE_GREATER_THAN_MAX"],
    [{ defaults: {} }, "defaults.default_overlap_for_new_task_suites: VALUE_REQUIRED"],
    [
      { defaults: { default_overlap_for_new_task_suites: 30_001 } },
      "defaults.default_overlap_for_new_task_suites: VALUE_GREATER_THAN_MAX",
    ],
    [
      { mixer_config: { real_tasks_count: 501, golden_tasks_count: 0, training_tasks_count: 0 } },
      "mixer_config.real_tasks_count: VALUE_GREATER_THAN_MAX",
    ],
    [
      {
        mixer_config: {
          real_tasks_count: 3,
          golden_tasks_count: 0,
          training_tasks_count: 0,
          min_real_tasks_count: 4,
        },
      },
      "mixer_config.min_real_tasks_count: VALUE_GREATER_THAN_MAX",
    ],
    [
      { filter: { and: [{ ...condition, value: ["RU", "EN"] }] } },
      "filter.and.0.value: SIMPLE_VALUE_EXPECTED",
    ],
    [
      { filter: { and: [{ or: [{ ...condition, category: "social" }] }] } },
      "filter.and.0.or.0.category: UNKNOWN_ENUM_VALUE",
    ],
    [{ filter: { ...condition, operator: "LIKE" } }, "filter.operator: UNKNOWN_ENUM_VALUE"],
    [{ filter: { ...condition, operator: "EQ" } }, "filter.operator: INVALID_VALUE"],
    [
      { filter: { category: "skill", key: "1", operator: "GT", value: 101 } },
      "filter.value: VALUE_GREATER_THAN_MAX",
    ],
    [
      { quality_control: { ...Object(quality), captcha_frequency: "OFTEN" } },
      "quality_control.captcha_frequency: UNKNOWN_ENUM_VALUE",
    ],
    [
      { speed_quality_balance: { type: "TOP_PERCENTAGE_BY_QUALITY", percent: 15 } },
      "speed_quality_balance.percent: INVALID_VALUE",
    ],
    [{ metadata: { run: "1" } }, "metadata.run: ARRAY_EXPECTED"],
  ];
  test.each(cases)("%j", async (changes, expected) => {
    const account = createAccount();
    const body = poolBody(await account.project(), changes);
    const reply = await account.send("POST", "/pools", body);
    expect({ status: reply.status, fields: fieldCodes(reply) }).toEqual({
      status: 400,
      fields: [expected],
    });
    expect((await account.control.state()).counts.pools).toBe(0);
  });
});

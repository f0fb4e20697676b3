import { describe, expect, test } from "vitest";
import { operationSchema } from "../../src/toloka/schema/operation.ts";
import { poolSchema } from "../../src/toloka/schema/pool.ts";
import { projectSchema } from "../../src/toloka/schema/project.ts";
import { taskSchema } from "../../src/toloka/schema/task.ts";
import { recorded } from "./support.ts";

const pool = recorded("pools.get.res.json");
const project = recorded("projects.get.res.kit-tb.json");
const task = recorded("tasks.get.res.json");

const complaints = (schema: typeof poolSchema | typeof taskSchema, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ path, message }) => [path.join("."), message]);

describe("pools", () => {
  test("ids that come as numbers become texts", () => {
    const { id, projectId } = poolSchema.parse({ ...pool, id: 12, project_id: 34 });
    expect({ id, projectId }).toEqual({ id: "12", projectId: "34" });
  });

  test("statuses and closing reasons nobody knows yet survive", () => {
    const { status, lastCloseReason, raw } = poolSchema.parse({
      ...pool,
      status: "HIBERNATING",
      last_close_reason: "FULL_MOON",
      brand_new: { a: [1] },
    });
    expect({ status, lastCloseReason, brandNew: raw.brand_new }).toEqual({
      status: "HIBERNATING",
      lastCloseReason: "FULL_MOON",
      brandNew: { a: [1] },
    });
  });

  test("nulls stand for absent members", () => {
    const nulls = { mixer_config: null, last_started: null, metadata: null, private_comment: null };
    const read = poolSchema.parse({ ...pool, ...nulls, last_close_reason: null, created: null });
    const { realTasksPerSuite, lastStarted, metadata, privateComment } = read;
    expect({ realTasksPerSuite, lastStarted, metadata, privateComment }).toEqual({
      realTasksPerSuite: null,
      lastStarted: null,
      metadata: {},
      privateComment: "",
    });
    expect([read.lastCloseReason, read.created]).toEqual([null, null]);
  });

  test("a pool without a price or overlap is refused by name", () => {
    expect(
      complaints(poolSchema, { ...pool, reward_per_assignment: "0.02", defaults: {} }),
    ).toEqual([
      ["reward_per_assignment", "Invalid input: expected number, received string"],
      [
        "defaults.default_overlap_for_new_task_suites",
        "Invalid input: expected number, received undefined",
      ],
    ]);
  });

  test("an id too large to be exact is refused", () => {
    expect(poolSchema.safeParse({ ...pool, id: 2 ** 60 }).success).toBe(false);
  });
});

describe("projects", () => {
  test("a view with a null lock survives", () => {
    const odd = { ...project, task_spec: { view_spec: { type: "tb", lock: null, config: "{}" } } };
    const { inputSpec, outputSpec, raw } = projectSchema.parse(odd);
    expect({ inputSpec, outputSpec, raw }).toEqual({ inputSpec: {}, outputSpec: {}, raw: odd });
  });

  test("unknown rules of a field survive and null rules are left out", () => {
    const image = { type: "ARRAY_URL", pattern: null, min_size: 1, current_location: true };
    const odd = { ...project, task_spec: { input_spec: { image }, output_spec: null } };
    expect(projectSchema.parse(odd).inputSpec).toEqual({
      image: { type: "array_url", min_size: 1, current_location: true },
    });
  });

  test("a field called __proto__ pollutes nothing", () => {
    const text = `{"__proto__":{"type":"string","polluted":true}}`;
    const spec: unknown = JSON.parse(text);
    const { inputSpec } = projectSchema.parse({ ...project, task_spec: { input_spec: spec } });
    expect([Object.getPrototypeOf(inputSpec), "polluted" in {}]).toEqual([Object.prototype, false]);
  });
});

describe("tasks", () => {
  test.each([
    ["infinite", { overlap: null, infinite_overlap: true }, null, true],
    ["infinite beats a number", { overlap: 5, infinite_overlap: true }, null, true],
    ["null alone", { overlap: null, infinite_overlap: undefined }, null, true],
    ["a number alone", { overlap: 5, infinite_overlap: undefined }, 5, false],
  ])("the overlap of a task: %s", (_, members, overlap, infiniteOverlap) => {
    const read = taskSchema.parse({ ...task, ...members });
    expect({ overlap: read.overlap, infinite: read.infiniteOverlap }).toEqual({
      overlap,
      infinite: infiniteOverlap,
    });
  });

  test("a finite task without its overlap is refused: nobody could price it", () => {
    expect(complaints(taskSchema, { ...task, overlap: null, infinite_overlap: false })).toEqual([
      ["overlap", "expected a number, since the overlap is not infinite"],
    ]);
  });

  test("a task without solutions and hint is a general one", () => {
    const bare = { ...task, known_solutions: null, message_on_unknown_solution: undefined };
    const { knownSolutions, hint } = taskSchema.parse(bare);
    expect({ knownSolutions, hint }).toEqual({ knownSolutions: [], hint: null });
  });
});

test("an operation's details may be null or no object at all", () => {
  const failed = { id: "1", type: "POOL.OPEN", status: "FAIL", parameters: null };
  expect(operationSchema.parse({ ...failed, details: "why" }).details).toEqual({ value: "why" });
  expect(operationSchema.parse({ ...failed, details: null })).toEqual({
    id: "1",
    type: "POOL.OPEN",
    status: "FAIL",
    submitted: null,
    parameters: {},
    details: {},
  });
});

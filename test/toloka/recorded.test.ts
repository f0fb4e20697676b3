import { describe, expect, test } from "vitest";
import { errorBodySchema } from "../../src/toloka/schema/error-body.ts";
import { operationSchema } from "../../src/toloka/schema/operation.ts";
import { pageSchema } from "../../src/toloka/schema/page.ts";
import { neverExpires, poolSchema } from "../../src/toloka/schema/pool.ts";
import { projectSchema } from "../../src/toloka/schema/project.ts";
import { requesterSchema } from "../../src/toloka/schema/requester.ts";
import { taskSchema } from "../../src/toloka/schema/task.ts";
import { recorded, recordedNames } from "./support.ts";

describe("a recorded answer can be sent back without loss", () => {
  test.each(recordedNames("projects.get.res", "projects.create.res"))("%s", (name) => {
    expect(projectSchema.parse(recorded(name)).raw).toEqual(recorded(name));
  });

  test.each(recordedNames("pools.get.res", "pools.create.res"))("%s", (name) => {
    expect(poolSchema.parse(recorded(name)).raw).toEqual(recorded(name));
  });

  test("lists of projects and pools", () => {
    const projects = pageSchema(projectSchema).parse(recorded("projects.list.res.json"));
    const pools = pageSchema(poolSchema).parse(recorded("pools.list.res.json"));
    expect({ items: projects.items.map(({ raw }) => raw), has_more: projects.has_more }).toEqual(
      recorded("projects.list.res.json"),
    );
    expect({ items: pools.items.map(({ raw }) => raw), has_more: pools.has_more }).toEqual(
      recorded("pools.list.res.json"),
    );
  });
});

describe("a recorded operation is read with its parameters and details", () => {
  const names = recordedNames(
    "operations.get.res",
    "pools.open.res",
    "pools.close.res",
    "tasks.create.res.kit-async",
    "tasks.create.res.multiple-tasks-async",
    "tasks.create.res.single-task-async",
  );
  test.each(names)("%s", (name) => {
    const raw = recorded(name);
    const { id, type, status, parameters, details } = operationSchema.parse(raw);
    expect({ id, type, status, parameters, details }).toEqual({
      id: raw.id,
      type: raw.type,
      status: raw.status,
      parameters: raw.parameters ?? {},
      details: raw.details ?? {},
    });
  });

  test("in lists, types nobody knows included", () => {
    const page = pageSchema(operationSchema).parse(recorded("operations.list.res.java-mixed.json"));
    expect(page.items.map(({ id, type, submitted }) => [id, type, submitted])).toEqual([
      ["open-pool-op1id", "POOL.OPEN", new Date("2016-03-07T15:47:00Z")],
      ["archive-project-op-1", "PROJECT.ARCHIVE", new Date("2016-10-21T15:37:00Z")],
      [
        "known-solutions-generate-op-1",
        "KNOWN_SOLUTIONS.GENERATE",
        new Date("2022-05-11T02:32:00Z"),
      ],
      ["unknown-1", "UNKNOWN_TYPE", new Date("2016-10-23T10:45:00Z")],
    ]);
    expect(pageSchema(operationSchema).parse(recorded("operations.list.res.json")).items).toEqual([
      operationSchema.parse(recorded("operations.get.res.json")),
    ]);
  });
});

test("a pool is read in the bot's units", () => {
  const { raw, ...pool } = poolSchema.parse(recorded("pools.get.res.kit-open.json"));
  expect(raw.type).toBe("REGULAR");
  expect(pool).toEqual({
    id: "21",
    projectId: "10",
    privateName: "pool_v12_231",
    status: "OPEN",
    lastCloseReason: "MANUAL",
    willExpire: new Date("2016-03-23T12:59:00Z"),
    rewardMicros: 30_000,
    realTasksPerSuite: 10,
    overlapForSuites: 3,
    overlapForTasks: 2,
    created: new Date("2015-12-16T12:55:01Z"),
    lastStarted: new Date("2015-12-17T08:00:01Z"),
    lastStopped: new Date("2015-12-18T08:00:01Z"),
    metadata: { testKey: ["testValue"] },
    privateComment: "",
  });
});

test("a training that is read as a pool never expires", () => {
  const { willExpire, realTasksPerSuite, overlapForSuites } = poolSchema.parse(
    recorded("pools.get.res.kit-training-type.json"),
  );
  expect({ willExpire, realTasksPerSuite, overlapForSuites }).toEqual({
    willExpire: neverExpires,
    realTasksPerSuite: 0,
    overlapForSuites: 30_000,
  });
});

test("a project's field types are read in lower case", () => {
  const { raw, ...project } = projectSchema.parse(recorded("projects.get.res.json"));
  expect(raw.id).toBe("83859");
  expect(project).toEqual({
    id: "83859",
    publicName: "Elephant color",
    status: "ACTIVE",
    inputSpec: { image: { type: "url", required: true, hidden: false } },
    outputSpec: { result: { type: "string", required: true, hidden: false } },
    metadata: {},
    privateComment: "My first project",
  });
});

test("a task is read with its known solutions and hint", () => {
  const task = {
    id: "000248a756--6422ca21e5997032541d856b",
    poolId: "38315862",
    inputValues: { image_url: "https://example.com/image1.jpg" },
    overlap: 3,
    infiniteOverlap: false,
    knownSolutions: [
      { output_values: { result: "OK", like: false }, correctness_weight: 0.8 },
      { output_values: { result: "OK", like: true }, correctness_weight: 1 },
    ],
    hint: "The cat is in a good mood.",
  };
  expect(taskSchema.parse(recorded("tasks.get.res.json"))).toEqual(task);
  expect(pageSchema(taskSchema).parse(recorded("tasks.list.res.json"))).toEqual({
    items: [task],
    has_more: true,
  });
});

test("the balance is read in micro-dollars", () => {
  const balances = recordedNames("requester.").map((name) => requesterSchema.parse(recorded(name)));
  expect(balances).toEqual([
    { id: "566ec2b0ff0deeaae5f9d500629de162", balanceMicros: 121_300_000 },
    { id: "566ec2b0ff0deeaae5f9d500", balanceMicros: 120_300_000 },
  ]);
});

describe("a recorded refusal is read with its code, request id and fields", () => {
  test.each(
    recordedNames("errors.", "projects.create.err", "pools.open.err", "user-bonuses.create.err"),
  )("%s", (name) => {
    const raw = recorded(name);
    const { code, requestId, fields } = errorBodySchema.parse(raw);
    const payload = raw.code === undefined ? raw : raw.payload;
    const hasFields = raw.code === undefined || raw.code === "VALIDATION_ERROR";
    expect({ code, requestId, fields }).toEqual({
      code: raw.code ?? null,
      requestId: raw.request_id ?? null,
      fields: hasFields ? payload : {},
    });
  });
});

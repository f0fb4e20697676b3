import { expect, test } from "vitest";
import { createTolokaAccount, type TolokaAccount } from "../../src/toloka/account.ts";
import { answering, apiKey, collect, failureOf, json, recorded } from "./support.ts";

const accountAt = (answer: typeof fetch): TolokaAccount =>
  createTolokaAccount({
    environment: "sandbox",
    baseUrl: "http://toloka.test/api",
    authorization: "ApiKey",
    apiKey,
    readPausesMs: [1, 1],
    pollPauses: { firstMs: 1, nextMs: 1 },
    fetch: answer,
  });

const assignment = (id: string, changes: object = {}) => ({
  ...recorded("assignments.get.res.json"),
  id,
  ...changes,
});

const pool = "36502086";

test("assignments come page by page, each page asked for when the one before is used", async () => {
  const { fetch, seen } = answering(
    () => json({ items: [assignment("a1"), assignment("a2")], has_more: true }),
    () => json({ items: [assignment("a3")], has_more: false }),
  );
  const list = accountAt(fetch).results.assignments({
    poolId: pool,
    statuses: ["SUBMITTED", "ACCEPTED"],
    submittedAfter: new Date("2026-01-02T03:04:05Z"),
  });
  const found = [];
  for await (const page of list) found.push([page.map(({ id }) => id), seen.length]);
  expect(found).toEqual([
    [["a1", "a2"], 1],
    [["a3"], 2],
  ]);
  const asked = seen.map((request) => Object.fromEntries(new URL(request.url).searchParams));
  const filter = {
    pool_id: pool,
    status: "SUBMITTED,ACCEPTED",
    submitted_gt: "2026-01-02T03:04:05.000",
    sort: "id",
    limit: "300",
  };
  expect(asked).toEqual([filter, { ...filter, id_gt: "a2" }]);
});

test("an assignment is read in the bot's units", async () => {
  const { fetch } = answering(() => json(recorded("assignments.get.res.json")));
  const { raw, ...read } = await accountAt(fetch).results.assignment("00022cfa46--637c");
  expect(raw).toEqual(recorded("assignments.get.res.json"));
  expect(read).toEqual({
    id: "00022cfa46--637cf4098ccdeb4a260737de",
    suiteId: "00022cfa46--637cf4098ccdeb4a260737dc",
    poolId: pool,
    userId: "d26d7d094e0dbb67ec46a269dc5dd15c",
    status: "ACCEPTED",
    rewardMicros: 10_000,
    tasks: [
      {
        id: "00022cfa46--637cf3fb6e13181a0164e7e6",
        inputValues: { image: "https://example.com/image1.jpg" },
        hasKnownSolutions: false,
      },
    ],
    solutions: [{ result: "cat" }],
    publicComment: "",
    created: new Date("2022-11-22T16:08:41.802Z"),
    submitted: new Date("2022-11-22T16:09:08.603Z"),
    accepted: new Date("2022-11-22T16:09:08.603Z"),
    rejected: null,
  });
});

test("a review is sent once, with its comment", async () => {
  const { fetch, seen } = answering(() => json(recorded("assignments.patch.res.kit.json")));
  const { results } = accountAt(fetch);
  const accepted = await results.acceptAssignment("a-1", "Well done");
  await results.rejectAssignment("a-2", "Wrong shoes");
  expect(accepted.publicComment).toBe("Well done");
  expect(seen.map(({ method, url, body }) => [method, new URL(url).pathname, body])).toEqual([
    ["PATCH", "/api/v1/assignments/a-1", '{"status":"ACCEPTED","public_comment":"Well done"}'],
    ["PATCH", "/api/v1/assignments/a-2", '{"status":"REJECTED","public_comment":"Wrong shoes"}'],
  ]);
});

test("an aggregation is started, and its results come page by page in order of tasks", async () => {
  const solution = (task_id: string) => ({
    ...recorded("aggregated-solutions.by-task.res.json"),
    task_id,
  });
  const { fetch, seen } = answering(
    () => json(recorded("aggregated-solutions.by-pool.res.dawid-skene.json"), 202),
    () => json({ items: [solution("t1")], has_more: true }),
    () => json({ items: [solution("t2")], has_more: false }),
    () => json(solution("t2"), 201),
  );
  const { results } = accountAt(fetch);
  const wish = { poolId: "1491600", fields: ["result"] };
  const started = await results.aggregatePool({ ...wish, type: "DAWID_SKENE" });
  const pages = await collect(results.aggregatedSolutions(started.id));
  const one = await results.aggregateTask("t2", {
    ...wish,
    type: "WEIGHTED_DYNAMIC_OVERLAP",
    answerWeightSkillId: "5",
  });
  const read = (taskId: string) => ({
    poolId: "1491600",
    taskId,
    confidence: 0.937152,
    outputValues: { result: "OK" },
  });
  expect([pages, one]).toEqual([[[read("t1")], [read("t2")]], read("t2")]);
  const fields = [{ name: "result" }];
  expect(seen.map(({ url, body }) => [new URL(url).search, body])).toEqual([
    ["", JSON.stringify({ type: "DAWID_SKENE", pool_id: "1491600", fields })],
    ["?sort=task_id&limit=300", ""],
    ["?sort=task_id&limit=300&task_id_gt=t1", ""],
    [
      "",
      JSON.stringify({
        type: "WEIGHTED_DYNAMIC_OVERLAP",
        pool_id: "1491600",
        fields,
        answer_weight_skill_id: "5",
        task_id: "t2",
      }),
    ],
  ]);
});

const figures = {
  submitted_assignments_count: 5,
  approved_assignments_count: { type: "NORMAL", value: 3, infinite: false, approximate: false },
  rejected_assignments_count: 1,
  skipped_assignments_count: 2,
  unique_submitters_count: 4,
  spent_budget: 0.06,
  avg_submit_assignment_millis: 42_000,
};

const analytics = (named: object) => ({
  ...recorded("operations.get.res.analytics-success.json"),
  details: {
    value: Object.entries(named).map(([name, result]) => ({ request: { name }, result })),
  },
});

test("a pool's figures come from analytics, bare or wrapped in objects", async () => {
  const { fetch, seen } = answering(
    () => json(recorded("analytics.create.res.pending.json")),
    () => json(analytics(figures)),
  );
  expect(await accountAt(fetch).results.poolFigures("123", 2_000)).toEqual({
    source: "analytics",
    submitted: 5,
    accepted: 3,
    rejected: 1,
    skipped: 2,
    uniqueSubmitters: 4,
    averageSubmitMs: 42_000,
    spentMicros: 60_000,
  });
  expect(seen[0]).toMatchObject({
    method: "POST",
    url: "http://toloka.test/api/staging/analytics-2",
  });
});

const { spent_budget: _spent, ...incomplete } = figures;

test.each<[string, readonly (() => Response)[]]>([
  ["are not there", [() => json({ code: "NOT_FOUND", message: "" }, 404)]],
  ["fail", [() => json({ ...analytics(figures), status: "FAIL" })]],
  ["leave a figure out", [() => json(analytics(incomplete))]],
  ["answer in another form", [() => json({ ...analytics(figures), details: "soon" })]],
])("a pool's figures are counted when analytics %s", async (_, first) => {
  const { fetch } = answering(...first, () =>
    json({
      items: [
        assignment("a1"),
        assignment("a2", { status: "SUBMITTED", user_id: "someone" }),
        assignment("a3", { status: "SKIPPED", submitted: undefined }),
        assignment("a4", { status: "ACTIVE", submitted: undefined }),
        assignment("a5", { status: "REJECTED" }),
      ],
      has_more: false,
    }),
  );
  const start = accountAt(fetch).results.poolFigures("123", 200);
  expect(await start).toEqual({
    source: "counted",
    submitted: 3,
    accepted: 1,
    rejected: 1,
    skipped: 1,
    uniqueSubmitters: 2,
    averageSubmitMs: 26_801,
    spentMicros: 10_000,
  });
});

test("a log is read, a bare item as a list of one", async () => {
  const items = [
    {
      type: "POOL_OPEN",
      success: false,
      input: { pool_id: 5 },
      output: { code: "EMPTY_POOL" },
    },
  ];
  const { fetch } = answering(
    () => json(items),
    () => json(items[0]),
  );
  const { results } = accountAt(fetch);
  expect([await results.operationLog("o-1"), await results.operationLog("o-2")]).toEqual([
    items,
    items,
  ]);
});

test("an assignment without its price is refused: nothing is counted from a guess", async () => {
  const { fetch } = answering(() => json(assignment("a1", { reward: null })));
  const { facts } = await failureOf(accountAt(fetch).results.assignment("a1"));
  expect(facts.code).toBe("UNEXPECTED_SHAPE");
});

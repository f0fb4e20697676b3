import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createTolokaConnection } from "../../src/toloka/connection.ts";
import {
  answering,
  apiKey,
  connect,
  empty,
  failureOf,
  json,
  recorded,
  recordedText,
} from "./support.ts";

const operationId = "281073ea-ab34-416e-a028-47421ff1b166";
const task = { pool_id: "12", input_values: { image: "https://example.com/1.jpg" }, overlap: 2 };
const running = recorded("tasks.create.res.kit-async-operation.json");
const url = `https://toloka.test/api/v1/tasks?async_mode=true&operation_id=${operationId}&skip_invalid_items=false&allow_defaults=false`;

describe("an upload of tasks", () => {
  test.each([200, 201, 202])("is an operation when Toloka answers %i", async (status) => {
    const { fetch, seen } = answering(() => json(running, status));
    const operation = await connect({ fetch }).createTasks([task], operationId);
    expect([operation.id, seen]).toEqual([
      operationId,
      [{ method: "POST", url, body: JSON.stringify([task]) }],
    ]);
  });

  test("that was made before is looked up, not made again", async () => {
    const { fetch, seen } = answering(
      () => json(recorded("errors.operation-already-exists.json"), 409),
      () => json(running),
    );
    const operation = await connect({ fetch }).createTasks([task], operationId);
    expect([operation.status, seen.map((request) => `${request.method} ${request.url}`)]).toEqual([
      "RUNNING",
      [`POST ${url}`, `GET https://toloka.test/api/v1/operations/${operationId}`],
    ]);
  });

  test("with another conflict fails", async () => {
    const { fetch } = answering(() => json({ code: "MIXER_CONFIG_REQUIRED" }, 409));
    const { facts } = await failureOf(connect({ fetch }).createTasks([task], operationId));
    expect(facts.code).toBe("MIXER_CONFIG_REQUIRED");
  });

  test("cannot smuggle a parameter in its operation id", async () => {
    const { fetch, seen } = answering(() => json(running));
    const { facts } = await failureOf(connect({ fetch }).createTasks([task], "1&open_pool=true"));
    expect([facts.code, seen]).toEqual(["BAD_ID", []]);
  });

  test("has no way to say open_pool that the compiler lets pass", async () => {
    const { fetch, seen } = answering(() => json(running));
    const { createTasks, openPool } = connect({ fetch });
    const opening = { open_pool: true };
    // @ts-expect-error an upload takes no parameters
    await createTasks([task], operationId, opening);
    // @ts-expect-error a task has no such member
    await createTasks([{ ...task, open_pool: true }], operationId);
    // @ts-expect-error opening takes a pool and nothing else
    await openPool("12", opening);
    createTolokaConnection({
      environment: "sandbox",
      baseUrl: "https://toloka.test/api",
      authorization: "ApiKey",
      apiKey,
      // @ts-expect-error neither do the settings
      open_pool: true,
    });
    expect(seen.filter((request) => request.url.includes("open_pool"))).toEqual([]);
  });
});

test("projects and pools are created with the bodies that are given", async () => {
  const { fetch, seen } = answering(
    () => json(recorded("projects.get.res.json"), 201),
    () => json(recorded("pools.get.res.json"), 201),
  );
  const connection = connect({ fetch });
  const specs = z.custom<Parameters<typeof connection.createProject>[0]>();
  const poolBody = z.custom<Parameters<typeof connection.createPool>[0]>();
  const project = await connection.createProject(
    specs.parse(recorded("quickstart.project.create.req.json")),
  );
  const pool = await connection.createPool(
    poolBody.parse(recorded("quickstart.pool.create.req.json")),
  );
  expect([project.id, pool.id]).toEqual(["83859", "32267581"]);
  expect(seen.map(({ method, url: at, body }) => [method, at, JSON.parse(body)])).toEqual([
    [
      "POST",
      "https://toloka.test/api/v1/projects",
      JSON.parse(recordedText("quickstart.project.create.req.json")),
    ],
    [
      "POST",
      "https://toloka.test/api/v1/pools",
      JSON.parse(recordedText("quickstart.pool.create.req.json")),
    ],
  ]);
});

describe("a redirect of the in-memory transport", () => {
  test("is not followed either", async () => {
    const { fetch, seen } = answering(
      () => new Response("", { status: 302, headers: { location: "https://evil.test/" } }),
      () => empty(204),
    );
    const { facts } = await failureOf(connect({ fetch }).openPool("12"));
    expect([facts.code, seen.length]).toEqual(["REDIRECT", 1]);
  });
});

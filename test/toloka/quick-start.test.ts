import { describe, expect, test } from "vitest";
import { z } from "zod";
import { createTolokaEmulator } from "../../emulators/toloka/emulator.ts";
import type { PoolBody, ProjectBody } from "../../src/domain/plan.ts";
import type { TolokaConnection } from "../../src/use-cases/ports.ts";
import { apiKey, collect, connect, failureOf, recorded } from "./support.ts";

const operationId = "281073ea-ab34-416e-a028-47421ff1b166";

const projectBody = z.custom<ProjectBody>().parse(recorded("quickstart.project.create.req.json"));

const poolBody = (projectId: string): PoolBody => ({
  ...z.custom<PoolBody>().parse(recorded("quickstart.pool.create.req.json")),
  project_id: projectId,
  will_expire: "2099-01-01T00:00:00.000",
});

const tasksFor = (poolId: string) =>
  [1, 2, 3].map((number) => ({
    pool_id: poolId,
    input_values: { image: `https://example.com/image_${number}.jpg` },
    overlap: 2,
  }));

/** A stand-in with the seed's project and pool, and a connection to it. */
const prepare = async (): Promise<{
  emulator: ReturnType<typeof createTolokaEmulator>;
  connection: TolokaConnection;
  poolId: string;
}> => {
  const emulator = createTolokaEmulator({ apiKey });
  const connection = connect({ fetch: emulator.fetch, baseUrl: "http://toloka.test/api" });
  const project = await connection.createProject(projectBody);
  const pool = await connection.createPool(poolBody(project.id));
  return { emulator, connection, poolId: pool.id };
};

const fault = (emulator: ReturnType<typeof createTolokaEmulator>, rule: object) =>
  emulator.fetch("http://toloka.test/_control/faults", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(rule),
  });

describe("the quick start against the stand-in", () => {
  test("goes from project to an open pool and its closing", async () => {
    const { connection, poolId } = await prepare();
    const upload = await connection.createTasks(tasksFor(poolId), operationId);
    const uploaded = await connection.waitOperation(upload.id, 5_000);
    const repeated = await connection.createTasks(tasksFor(poolId), operationId);
    const tasks = (await collect(connection.tasks(poolId))).flat();
    const opened = await connection.openPool(poolId);
    if (opened !== "already") await connection.waitOperation(opened.id, 5_000);
    const open = await connection.pool(poolId);
    const listed = await collect(connection.pools({ status: "OPEN" }));
    const openings = await collect(
      connection.operations({ type: "POOL.OPEN", submittedAfter: new Date(0) }),
    );
    const again = await connection.openPool(poolId);
    const closing = await connection.closePool(poolId);
    if (closing !== "already") await connection.waitOperation(closing.id, 5_000);
    const closed = await connection.pool(poolId);
    const { balanceMicros } = await connection.requester();

    expect({
      uploaded: [uploaded.id, uploaded.status, repeated.id],
      tasks: tasks.map(({ inputValues, overlap }) => [inputValues, overlap]),
      open: [open.status, open.rewardMicros, open.willExpire.toISOString()],
      listed: listed.flat().map(({ id }) => id),
      openings: openings.flat().map(({ parameters }) => parameters),
      again,
      closed: [closed.status, closed.lastCloseReason],
      balanceMicros,
    }).toEqual({
      uploaded: [operationId, "SUCCESS", operationId],
      tasks: tasksFor(poolId).map(({ input_values, overlap }) => [input_values, overlap]),
      open: ["OPEN", 20_000, "2099-01-01T00:00:00.000Z"],
      listed: [poolId],
      openings: [{ pool_id: poolId }],
      again: "already",
      closed: ["CLOSED", "MANUAL"],
      balanceMicros: 1_000_000_000,
    });
  });

  test("an empty pool is refused, with the request id for support", async () => {
    const { connection, poolId } = await prepare();
    const { facts } = await failureOf(connection.openPool(poolId));
    expect([facts.code, facts.outcome, typeof facts.requestId]).toEqual([
      "EMPTY_POOL",
      "refused",
      "string",
    ]);
  });

  test("an opening whose answer was lost is unknown, and was made", async () => {
    const { emulator, connection, poolId } = await prepare();
    await connection.createTasks(tasksFor(poolId), operationId);
    await connection.waitOperation(operationId, 5_000);
    await fault(emulator, { route: "POST /pools/:id/open", kind: "reset-after" });
    const { facts } = await failureOf(connection.openPool(poolId));
    const { status } = await connection.pool(poolId);
    expect([facts.code, facts.outcome, status]).toEqual(["NO_ANSWER", "unknown", "OPEN"]);
  });

  test("a wrong key is refused", async () => {
    const emulator = createTolokaEmulator({ apiKey });
    const { facts } = await failureOf(
      connect({ fetch: emulator.fetch, apiKey: "another" }).requester(),
    );
    expect([facts.code, facts.outcome, facts.retryable]).toEqual([
      "AUTHENTICATION_ERROR",
      "refused",
      false,
    ]);
  });
});

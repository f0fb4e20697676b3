import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import type { LedgerEntry } from "../../emulators/toloka/ledger.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { effective, inTheEnd, quietPolicy, writesOf } from "../support/faults.ts";
import { cardOfPool, makePool } from "../support/made-elsewhere.ts";
import { cardOf, channel, eventually, modalTitled, poolIdOn, sendShoes } from "../support/shoes.ts";

/** Rows of three parts: 5,000 and 5,000 and 2,000. */
const rowCount = 12_000;

const rows = (folder: string): string =>
  [
    "INPUT:image,TASK:overlap",
    ...Array.from({ length: rowCount }, (_, row) => `https://example.com/${folder}/${row}.jpg,2`),
  ].join("\n");

const endedSchema = z.object({ status: z.literal("SUCCESS") });

/** How many parts were sent before Toloka first said that one of them is done. */
const sentBeforeFirstEnd = (ledger: readonly LedgerEntry[]): number => {
  const end = ledger.findIndex(
    ({ path, response }) =>
      path.startsWith("/api/v1/operations/") && endedSchema.safeParse(response).success,
  );
  return writesOf(ledger.slice(0, end), "POST /tasks").length;
};

describe("a file of several parts", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ policy: quietPolicy, operationDelayMs: 2_500 });
  });
  afterAll(() => world.close());

  const lastSeq = async (): Promise<number> => (await world.toloka.ledger()).at(-1)?.seq ?? 0;

  const tasksIn = async (poolId: string): Promise<number | undefined> =>
    (await world.toloka.state()).pools.find(({ id }) => id === poolId)?.tasks;

  test("goes up three parts together into a pool made here", async () => {
    const since = await lastSeq();
    const poolName = "Three parts together";
    await sendShoes(world, { poolName, file: rows("together") });
    const card = await inTheEnd(world, "the request for approval", () =>
      cardOf(world, poolName, ({ text }) => text.includes("[Approve]")),
    );
    expect({
      together: sentBeforeFirstEnd(await world.toloka.ledger(since)),
      tasks: await tasksIn(poolIdOn(card)),
    }).toEqual({ together: 3, tasks: rowCount });
  });

  test("is uploaded once although the bot dies with all three parts under way", async () => {
    const since = await lastSeq();
    const poolName = "Three parts cut";
    await world.toloka.addFault({
      route: "POST /tasks",
      kind: "timeout-after",
      after: 1,
      times: 1,
    });
    await sendShoes(world, { poolName, file: rows("cut") });
    await inTheEnd(
      world,
      "three parts under way",
      async () => writesOf(await world.toloka.ledger(since), "POST /tasks").length >= 3,
    );
    await world.kill();
    await world.startBot();
    const card = await inTheEnd(world, "the request for approval", () =>
      cardOf(world, poolName, ({ text }) => text.includes("[Approve]")),
    );
    const sent = effective(writesOf(await world.toloka.ledger(since), "POST /tasks"));
    const operations = sent.map(({ query }) => query.operation_id);
    expect({
      tasks: await tasksIn(poolIdOn(card)),
      writes: operations.length,
      operations: new Set(operations).size,
    }).toEqual({ tasks: rowCount, writes: 3, operations: 3 });
  });

  test("is not ready for approval when somebody else added a task meanwhile", async () => {
    const since = await lastSeq();
    const poolName = "Three parts and a stranger";
    await sendShoes(world, { poolName, file: rows("stranger") });
    await inTheEnd(
      world,
      "three parts under way",
      async () => writesOf(await world.toloka.ledger(since), "POST /tasks").length >= 3,
    );
    const { pools } = await world.toloka.state();
    const poolId = pools.find((pool) => pool.private_name === poolName)?.id ?? "";
    await world.toloka.addTasks(poolId, [
      { input_values: { image: "https://example.com/stranger.jpg" }, overlap: 2 },
    ]);
    const card = await inTheEnd(world, "the stop", () =>
      cardOf(world, poolName, ({ text }) => text.includes("The pool does not hold")),
    );
    expect(card.text).toContain("0 rows are missing and 1 tasks are too many (12001 in all)");
    expect(card.buttons.map(({ text }) => text)).not.toContain("Approve");
  });

  test("goes up one part after the other into a pool made elsewhere, which may keep their order", async () => {
    const poolId = await makePool(world, "Kept in order");
    const since = await lastSeq();
    const rita = world.slack.as("rita");
    await rita.command(channel, `/toloka tasks ${poolId}`);
    await modalTitled(world, rita, "Add tasks");
    await eventually(world, async () => ((await rita.modal())?.fields.length ?? 0) > 0);
    const file = await rita.uploadFile("order.csv", rows("order"));
    await rita.fill({ File: [file] });
    await rita.submit();
    await eventually(world, async () => (await rita.modal())?.text.includes("All rows are good"));
    await rita.submit();
    await inTheEnd(world, "all tasks", async () => (await tasksIn(poolId)) === rowCount + 3);
    await cardOfPool(world, poolId, ({ text }) => text.includes("ready"));
    expect(sentBeforeFirstEnd(await world.toloka.ledger(since))).toBe(1);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ScreenMessage } from "../../../emulators/slack/screen.ts";
import { type BotWorld, startBotWorld } from "../../support/bot-world.ts";
import {
  effective,
  inTheEnd,
  leaks,
  openInTheEnd,
  quietPolicy,
  storyOf,
  wholeStory,
  writesOf,
} from "../../support/faults.ts";
import {
  cardOf,
  channel,
  eventually,
  poolIdOn,
  requestShoes,
  sendShoes,
  threadSays,
} from "../../support/shoes.ts";

/** What Toloka says about one wrong field. */
const fieldFault = (path: string) => ({
  kind: "status" as const,
  status: 400,
  code: "VALIDATION_ERROR",
  payload: { [path]: { code: "VALUE_NOT_ALLOWED", message: "This value is not allowed" } },
});

describe("what the bot cannot do by itself", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ policy: quietPolicy });
  });
  afterAll(() => world.close());

  const opensOf = async (poolId: string) =>
    effective(writesOf(await world.toloka.ledger(), "POST /pools/:id/open")).filter(
      (entry) => entry.path === `/api/v1/pools/${poolId}/open`,
    ).length;

  /** Presses Try again on the newest card and carries the run on to its opening. */
  const tryAgain = async (poolName: string): Promise<ScreenMessage> => {
    const stopped = await cardOf(world, poolName, (card) => card.text.includes("[Try again]"));
    await world.slack.as("rita").press("Try again", { channel, ts: stopped.ts });
    const card = await cardOf(world, poolName, (shown) => shown.text.includes("[Approve]"));
    await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
    await openInTheEnd(world, poolName);
    return card;
  };

  test.each([
    ["project", "POST /projects", "public_name"],
    ["pool", "POST /pools", "reward_per_assignment"],
  ])(
    "a refused %s is told with its field and the request id, and Try again goes on",
    async (what, route, field) => {
      const poolName = `Refused ${what}`;
      await world.toloka.addFault({ ...fieldFault(field), route, times: 1 });
      await sendShoes(world, { poolName });
      const stopped = await cardOf(world, poolName, (card) => card.text.includes("[Try again]"));
      const [refused] = writesOf(await world.toloka.ledger(), route)
        .filter((entry) => entry.fault === "status" && entry.status === 400)
        .slice(-1);
      const requestId =
        /"request_id":"([^"]+)"/.exec(JSON.stringify(refused?.response))?.[1] ?? "none";
      const told = await threadSays(world, stopped, "Stopped.");
      for (const text of [stopped.text, told.text]) {
        expect(text).toContain(`Toloka refused the ${what}`);
        expect(text).toContain(`${field}: This value is not allowed (VALUE_NOT_ALLOWED)`);
        expect(text).toContain(`request id \`${requestId}\``);
      }
      await tryAgain(poolName);
      expect((await storyOf(world, stopped.ts)).toSpliced(what === "project" ? 0 : 1, 1)).toEqual([
        ...wholeStory,
      ]);
      expect(
        (await world.toloka.state()).pools.filter((pool) => pool.private_name === poolName).length,
      ).toBe(1);
    },
  );

  test("an upload whose operation fails is sent again under a new operation id", async () => {
    const poolName = "Failed once";
    await world.toloka.addFault({ route: "POST /tasks", kind: "operation-fail", times: 1 });
    const card = await requestShoes(world, { poolName });
    const ids = writesOf(await world.toloka.ledger(), "POST /tasks")
      .filter((entry) => JSON.stringify(entry.body).includes(`"pool_id":"${poolIdOn(card)}"`))
      .map((entry) => entry.query.operation_id);
    expect([ids.length, new Set(ids).size]).toEqual([2, 2]);
    const { pools } = await world.toloka.state();
    expect(pools.find((pool) => pool.private_name === poolName)?.tasks).toBe(3);
  });

  test("an upload that keeps failing is told, and Try again sends it anew", async () => {
    const poolName = "Failed always";
    await world.toloka.addFault({ route: "POST /tasks", kind: "operation-fail", times: 3 });
    await sendShoes(world, { poolName });
    const stopped = await cardOf(world, poolName, (card) => card.text.includes("[Try again]"));
    expect(stopped.text).toContain("0 of 3 tasks were created");
    const card = await tryAgain(poolName);
    expect(await opensOf(poolIdOn(card))).toBe(1);
    const { pools } = await world.toloka.state();
    expect(pools.find((pool) => pool.private_name === poolName)?.tasks).toBe(3);
  });

  test("tasks that somebody adds during the upload keep the run from being ready", async () => {
    const poolName = "Disturbed upload";
    await world.toloka.addFault({ route: "POST /tasks", kind: "delay", delayMs: 700, times: 1 });
    await sendShoes(world, { poolName });
    const pool = await eventually(world, async () =>
      (await world.toloka.state()).pools.find((each) => each.private_name === poolName),
    );
    const image = "https://example.com/foreign.jpg";
    await eventually(world, async () => {
      const reads = await world.toloka.ledger();
      return reads.some(
        (entry) => entry.path === "/api/v1/tasks" && entry.query.pool_id === pool.id,
      );
    });
    await world.toloka.addTasks(pool.id, [{ input_values: { image } }]);
    const stopped = await cardOf(world, poolName, (card) => card.text.includes("[Try again]"));
    expect(stopped.text).toContain("0 rows are missing and 1 tasks are too many (4 in all)");
    expect(stopped.buttons.map((button) => button.text)).toEqual(["Try again"]);
    await eventually(world, async () => (await storyOf(world, stopped.ts)).length > 2);
    expect(await storyOf(world, stopped.ts)).toEqual(["Project", "Pool", "Stopped"]);
  });

  test("an opening whose operation fails is told and not repeated", async () => {
    const poolName = "Failed opening";
    const card = await requestShoes(world, { poolName });
    await world.toloka.addFault({
      route: "POST /pools/:id/open",
      kind: "operation-fail",
      code: "NOT_ENOUGH_BALANCE",
      times: 1,
    });
    await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
    const told = await threadSays(world, card, "Approved, but not opened");
    expect(told.text).toContain("NOT_ENOUGH_BALANCE");
    const after = (await world.toloka.ledger()).length;
    await inTheEnd(
      world,
      "further looks",
      async () => (await world.toloka.ledger()).length > after + 6,
    );
    expect(await opensOf(poolIdOn(card))).toBe(1);
    expect((await storyOf(world, card.ts)).slice(-2)).toEqual([
      "Approved by @alan",
      "Approved, but not opened",
    ]);
  });

  test("a pool that opens and closes before an unanswered opening is looked up is not opened again", async () => {
    const poolName = "Quick pool";
    const card = await requestShoes(world, { poolName });
    const poolId = poolIdOn(card);
    // Hides the pool's state until it has closed again.
    await world.toloka.addFault({
      route: "GET /operations",
      kind: "delay",
      delayMs: 600,
      times: 1,
    });
    await world.toloka.addFault({ route: "POST /pools/:id/open", kind: "reset-after", times: 1 });
    await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
    await eventually(world, async () => (await opensOf(poolId)) === 1);
    await world.toloka.complete(poolId);
    await threadSays(world, card, "All answers are in");
    const told = (await storyOf(world, card.ts)).filter((line) => line !== "Results");
    expect(told.slice(-2)).toEqual(["The pool is open, confirmed by Toloka", "The pool is closed"]);
    expect(await opensOf(poolId)).toBe(1);
  });

  test.each([
    ["the price changes", { reward_per_assignment: 0.5 }, {}],
    [
      "the price changes and the first closing is refused for a moment",
      { reward_per_assignment: 0.5 },
      { status: 503 },
    ],
  ])(
    "between the last look and the opening %s: the pool is closed again and the thread told",
    async (words, patch, fault) => {
      const poolName = `Changed late: ${words}`.slice(0, 60);
      const card = await requestShoes(world, { poolName });
      const poolId = poolIdOn(card);
      if ("status" in fault) {
        await world.toloka.addFault({
          route: "POST /pools/:id/close",
          kind: "status",
          ...fault,
          times: 1,
        });
      }
      const before = (await world.toloka.ledger()).length;
      await world.toloka.addFault({
        route: "POST /pools/:id/open",
        kind: "reset-after",
        lateMs: 500,
        times: 1,
      });
      await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
      await eventually(
        world,
        async () => writesOf(await world.toloka.ledger(before), "POST /pools/:id/open").length > 0,
      );
      await world.toloka.editPool(poolId, patch);
      const told = await threadSays(world, card, "changed in the moment of opening");
      expect(told.text).toContain("reward_per_assignment");
      await threadSays(world, card, "Closed by hand");
      const { pools } = await world.toloka.state();
      expect(pools.find((pool) => pool.id === poolId)?.status).toBe("CLOSED");
      expect(await opensOf(poolId)).toBe(1);
    },
  );

  test("no secret stands in the log", () => {
    expect(world.log().length).toBeGreaterThan(0);
    expect(leaks(world)).toEqual([]);
  });
});

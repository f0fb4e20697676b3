import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  askOpening,
  cardSays,
  opensOf,
  poolElsewhere,
  pressOn,
  waitingCard,
} from "../support/requests.ts";
import { channel, threadSays } from "../support/shoes.ts";

describe("an opening that Toloka refuses", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterEach(async () => {
    await world.toloka.clearFaults();
    await world.toloka.setBalance(1_000);
  });
  afterAll(() => world.close());

  test.each([
    ["EMPTY_POOL", "the pool has no tasks", "Add tasks to it, then ask again."],
    ["NOT_ENOUGH_BALANCE", "too little money", "Top up the Toloka account, then ask again."],
    ["CONFLICT_STATE", "refused it in the present state", "Check the pool's closing time"],
    ["INAPPROPRIATE_STATUS", "a status that does not allow this", "Look at its status"],
    ["PROJECT_INAPPROPRIATE_STATUS", "the project is archived", "Use another project"],
  ])("%s is told with the next step and the request id", async (code, what, next) => {
    const { card, poolId } = await askOpening(world, `Refused ${code}`);
    const route = "POST /pools/:id/open";
    await world.toloka.addFault({ route, kind: "status", status: 409, code, times: 1 });
    await pressOn(world, "alan", "Approve", card);
    const told = await threadSays(world, card, "Approved, but not opened");
    const [refused] = await opensOf(world.toloka, poolId);
    const { request_id: requestId } = Object(refused?.response);
    expect(typeof requestId).toBe("string");
    for (const part of [what, next, code, requestId, "@rita"]) expect(told.text).toContain(part);
    // The approval is used up: another opening needs another one.
    const ready = await cardSays(world, `Refused ${code}`, "[Request opening]");
    expect(ready.text).not.toContain("[Approve]");
    expect((await opensOf(world.toloka, poolId)).length).toBe(1);
  });

  test("another operation on the pool is waited for, and the pool opens once", async () => {
    const { card, poolId } = await askOpening(world, "Locked for a while");
    await world.toloka.addFault({
      route: "POST /pools/:id/open",
      kind: "status",
      status: 409,
      code: "POOL_LOCKED_BY_ANOTHER_OPERATION",
      times: 1,
    });
    await pressOn(world, "alan", "Approve", card);
    await threadSays(world, card, "The pool is open");
    expect((await opensOf(world.toloka, poolId)).map((call) => call.status)).toEqual([409, 202]);
  });

  test("money that is gone by the approval stops the opening before Toloka is asked", async () => {
    const { card, poolId } = await askOpening(world, "Poor");
    await world.toloka.setBalance(0);
    await pressOn(world, "alan", "Approve", card);
    const told = await threadSays(world, card, "Approved, but not opened");
    expect(told.text).toContain("balance-short: The plan costs 0.052 USD with fee");
    expect(told.text).toContain("Next:");
    expect(await opensOf(world.toloka, poolId)).toEqual([]);
  });

  test("an operation that fails is told, and the pool stays closed", async () => {
    const { card, poolId } = await askOpening(world, "Failed operation");
    await world.toloka.addFault({
      route: "POST /pools/:id/open",
      kind: "operation-fail",
      times: 1,
    });
    await pressOn(world, "alan", "Approve", card);
    const told = await threadSays(world, card, "Approved, but not opened");
    expect(told.text).toMatch(/Toloka could not open the pool: operation \S+ failed/);
    expect(told.text).toContain("Check the pool and the balance, then ask for the opening again.");
    expect((await opensOf(world.toloka, poolId)).length).toBe(1);
    await pressOn(
      world,
      "rita",
      "Request opening",
      await cardSays(world, "Failed operation", "[Request opening]"),
    );
    await pressOn(world, "alan", "Approve", await waitingCard(world, "Failed operation"));
    await threadSays(world, card, "The pool is open");
    expect((await opensOf(world.toloka, poolId)).length).toBe(2);
  });

  test("a pool without tasks is not even asked for, and nobody is said to have approved it", async () => {
    const poolId = await poolElsewhere(world, "Empty from the start", { tasks: 0 });
    await world.slack.as("rita").command(channel, `/toloka open ${poolId}`);
    const card = await cardSays(world, "Empty from the start", "ready, not requested");
    const told = await threadSays(world, card, "empty-pool");
    expect(told.text).toContain("The pool has no tasks; Toloka refuses to open it.");
    expect(told.text).not.toContain("pproved");
    expect(told.text).toContain("Next:");
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { askOpening, cardSays, opensOf, pressOn, waitingCard } from "../support/requests.ts";
import { threadSays } from "../support/shoes.ts";

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().replace("Z", "");

const language = (value: string): object => ({
  or: [{ category: "profile", key: "languages", operator: "IN", value }],
});

const oneMoreTask = [{ input_values: { image: "https://example.com/one-more.jpg" }, overlap: 2 }];

describe("a plan that changes between request and approval", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterEach(async () => {
    await world.toloka.clearFaults();
    await world.toloka.setBalance(1_000);
  });
  afterAll(() => world.close());

  const edits: readonly (readonly [string, string, (poolId: string) => Promise<void>])[] = [
    [
      "price",
      "reward_per_assignment",
      (pool) => world.toloka.editPool(pool, { reward_per_assignment: 0.03 }),
    ],
    [
      "closing time",
      "will_expire",
      (pool) => world.toloka.editPool(pool, { will_expire: inDays(5) }),
    ],
    [
      "overlap of new suites",
      "defaults.default_overlap_for_new_task_suites",
      (pool) =>
        world.toloka.editPool(pool, { defaults: { default_overlap_for_new_task_suites: 9 } }),
    ],
    [
      "adult content",
      "may_contain_adult_content",
      (pool) => world.toloka.editPool(pool, { may_contain_adult_content: false }),
    ],
    [
      "suite size",
      "mixer_config.real_tasks_count",
      (pool) =>
        world.toloka.editPool(pool, {
          mixer_config: { real_tasks_count: 1, golden_tasks_count: 0, training_tasks_count: 0 },
        }),
    ],
    [
      "workers",
      "filter.and",
      (pool) => world.toloka.editPool(pool, { filter: { and: [language("EN")] } }),
    ],
    ["number of tasks", "tasks.count", (pool) => world.toloka.addTasks(pool, oneMoreTask)],
  ];

  test.each(edits)("another %s voids the request and names %s", async (name, field, edit) => {
    const { card, poolId } = await askOpening(world, `Changed ${name}`);
    await edit(poolId);
    await pressOn(world, "alan", "Approve", card);
    const told = await threadSays(world, card, "The request is void");
    expect(told.text).toContain(`\`${field}\``);
    expect(told.text).toContain("nothing was opened");
    expect(told.text).toContain("Next:");
    const changed = await cardSays(world, `Changed ${name}`, "void, the plan changed");
    expect(/Changed: (.*)\./.exec(changed.text)?.[1]?.split(", ")).toContain(field);
    expect(changed.buttons.map((button) => button.text)).toEqual(["Request again"]);
    expect(await opensOf(world.toloka, poolId)).toEqual([]);
  });

  test("a void request can be asked again, for the plan as it is now", async () => {
    const { card, poolId } = await askOpening(world, "Asked anew");
    await world.toloka.editPool(poolId, { reward_per_assignment: 0.05 });
    await pressOn(world, "alan", "Approve", card);
    await pressOn(world, "rita", "Request again", await cardSays(world, "Asked anew", "void,"));
    const again = await waitingCard(world, "Asked anew");
    expect(again.text).toContain("$0.05 a suite");
    await pressOn(world, "alan", "Approve", again);
    await threadSays(world, card, "The pool is open");
    expect((await opensOf(world.toloka, poolId)).length).toBe(1);
  });

  test("names, comments and a restart void nothing", async () => {
    const { card, poolId } = await askOpening(world, "Same plan");
    await world.toloka.editPool(poolId, {
      private_name: "Renamed elsewhere",
      private_comment: "A comment that buys nothing",
    });
    expect(await world.restart()).toBe(0);
    await pressOn(world, "alan", "Approve", card);
    await threadSays(world, card, "The pool is open");
    expect((await opensOf(world.toloka, poolId)).length).toBe(1);
  });
});

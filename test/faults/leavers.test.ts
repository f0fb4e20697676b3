import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { askOpening, opensOf, pressOn } from "../support/requests.ts";
import { cardOf } from "../support/shoes.ts";

const policy = `
environments:
  production:
    approvers:
      groups: [S0LEADS001]
`;

/** So many approvals whose giver loses the right between the click and the opening. */
const rounds = Number(process.env.LEAVER_ROUNDS ?? 100);

describe("an approver who may no longer approve when the pool is to open", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ production: true, policy });
  });
  afterAll(() => world.close());

  /** Ways to lose the right, and back. */
  const ways = [
    {
      name: "removed from the group",
      lose: () => world.slack.setGroupMembers("label-leads", ["anna"]),
    },
    { name: "deactivated", lose: () => world.slack.changeUser("alan", { deleted: true }) },
    { name: "made a guest", lose: () => world.slack.changeUser("alan", { isRestricted: true }) },
    {
      name: "not to be looked up",
      lose: () => world.slack.addFault({ method: "users.info", kind: "http-500" }),
    },
  ] as const;

  const restore = async (): Promise<void> => {
    await world.slack.clearFaults();
    await world.slack.changeUser("alan", { deleted: false, isRestricted: false });
    await world.slack.setGroupMembers("label-leads", ["alan", "anna", "lena"]);
  };

  test(`opens nothing, ${rounds} times`, async () => {
    const opened: string[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const way = ways[round % ways.length];
      if (way === undefined) throw new Error("no way");
      const name = `Round ${round}`;
      const { card, poolId } = await askOpening(world, name, { environment: "production" });
      // The job reads the tasks before it looks at the approver: that read is held up.
      await world
        .production()
        .addFault({ route: "GET /tasks", kind: "delay", delayMs: 1_500, times: 1 });
      await pressOn(world, "alan", "Approve", card);
      await way.lose();
      if (way.name === "not to be looked up") {
        await new Promise((resolve) => setTimeout(resolve, 3_000));
        await world.production().editPool(poolId, { reward_per_assignment: 0.03 });
      } else {
        await cardOf(
          world,
          name,
          ({ text }) => text.includes("not opened") || text.includes("does not count"),
        );
      }
      if ((await opensOf(world.production(), poolId)).length > 0)
        opened.push(`${name}: ${way.name}`);
      await restore();
    }
    process.stdout.write(`${rounds} approvals of leavers: ${opened.length} openings\n`);
    expect(opened).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FaultRule } from "../../emulators/toloka/faults.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  effective,
  inTheEnd,
  leaks,
  openInTheEnd,
  quietPolicy,
  storyOf,
  wholeStory,
  writesOf,
} from "../support/faults.ts";
import { cardOf, channel, eventually, sendShoes } from "../support/shoes.ts";

type Spoilt = Omit<FaultRule, "route">;

/** A request in the moment of the kill: not done, done without an answer, or landing after the kill. */
const moments: { readonly [who: string]: Spoilt } = {
  rita: { kind: "timeout-before" },
  alan: { kind: "timeout-after" },
  anna: { kind: "timeout-after", lateMs: 400 },
};

const runs = Object.keys(moments).map((who) => ({ who, poolName: `Killed run of ${who}` }));

/** What each step of preparing is caught at. */
const steps = ["POST /projects", "POST /pools", "POST /tasks"] as const;

describe("the bot killed at every step", () => {
  let world: BotWorld;
  let kills = 0;
  beforeAll(async () => {
    world = await startBotWorld({ policy: quietPolicy, moreScopes: ["channels:history"] });
  });
  afterAll(() => world.close());

  /** Kills the bot once so many requests were caught by faults, and starts it again. */
  const killWhenCaught = async (count: number): Promise<void> => {
    await inTheEnd(world, `${count} caught requests`, async () => {
      const caught = (await world.toloka.ledger()).filter(({ fault }) =>
        fault?.startsWith("timeout"),
      );
      return caught.length >= count;
    });
    await world.kill();
    kills += 1;
    await world.startBot();
  };

  test("three runs are prepared although the bot dies in the middle of each step", async () => {
    for (const route of steps) {
      for (const fault of Object.values(moments)) {
        await world.toloka.addFault({ ...fault, route, times: 1 });
      }
    }
    for (const run of runs) await sendShoes(world, run);
    for (const [index] of steps.entries()) await killWhenCaught(3 * (index + 1));
    await Promise.all(
      runs.map(({ poolName }) =>
        cardOf(world, poolName, (card) => card.text.includes("[Approve]")),
      ),
    );
    const { counts } = await world.toloka.state();
    expect({ projects: counts.projects, pools: counts.pools, tasks: counts.tasks }).toEqual({
      projects: 3,
      pools: 3,
      tasks: 9,
    });
  });

  test("a press that the dying bot did not take counts nothing, and the next one opens", async () => {
    const [run] = runs;
    const card = await cardOf(world, run?.poolName ?? "");
    await world.slack.addFault({ method: "users.info", kind: "timeout-before", times: 1 });
    const pressing = world.slack.as("alan").press("Approve", { channel, ts: card.ts });
    await eventually(world, async () =>
      (await world.slack.faults()).some((fault) => fault.hit > 0),
    );
    await world.kill();
    kills += 1;
    expect((await pressing).status).not.toBe("acked");
    await world.startBot();
    const again = await cardOf(world, run?.poolName ?? "");
    expect(again.buttons.map((button) => button.text)).toContain("Approve");
  });

  test("each approved run opens once although the bot dies in the moment of opening", async () => {
    let caught = 3 * steps.length;
    for (const { who, poolName } of runs) {
      const fault = moments[who];
      if (fault === undefined) throw new Error(`no moment for ${who}`);
      await world.toloka.addFault({ ...fault, route: "POST /pools/:id/open", times: 1 });
      const card = await cardOf(world, poolName);
      const press = await world.slack.as("alan").press("Approve", { channel, ts: card.ts });
      expect(press.status).toBe("acked");
      caught += 1;
      await killWhenCaught(caught);
    }
    for (const { poolName } of runs) await openInTheEnd(world, poolName);
    const { pools } = await world.toloka.state();
    const opened = effective(writesOf(await world.toloka.ledger(), "POST /pools/:id/open"));
    expect(opened.map((entry) => entry.path).sort()).toEqual(
      pools.map(({ id }) => `/api/v1/pools/${id}/open`).sort(),
    );
  });

  test("every thread tells the whole story once and in order, under one card", async () => {
    const stories = await Promise.all(
      runs.map(async ({ poolName }) => storyOf(world, await openInTheEnd(world, poolName))),
    );
    expect(kills).toBe(7);
    expect(stories).toEqual(runs.map(() => [...wholeStory]));
    const roots = (await world.slack.entries("api")).filter(
      (call) =>
        call.method === "chat.postMessage" && call.effect && call.args.thread_ts === undefined,
    );
    expect(roots.length).toBe(runs.length);
  });

  test("no secret stands in the log", () => {
    expect(world.log().length).toBeGreaterThan(0);
    expect(leaks(world)).toEqual([]);
  });
});

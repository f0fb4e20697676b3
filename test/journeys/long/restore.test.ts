import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../../support/bot-world.ts";
import { goTo, modalSays } from "../../support/forms.ts";
import { opensOf } from "../../support/requests.ts";
import {
  approveAndOpen,
  cardOf,
  channel,
  eventually,
  modalTitled,
  poolIdOn,
  requestShoes,
  sendShoes,
} from "../../support/shoes.ts";

describe.skipIf(process.env.TEST_DATABASE_URL !== undefined)(
  "a restored copy of the data folder",
  () => {
    let world: BotWorld;
    let folder: string;
    const data = () => join(folder, "db");
    const copy = () => join(folder, "copy");
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), "lifeguard-restore-"));
      world = await startBotWorld({ policy: "quiet_period: 3s\n", env: { DATA_DIR: data() } });
    }, 120_000);
    afterAll(async () => {
      await world.close();
      await rm(folder, { recursive: true, force: true });
    });

    /** Looks at all pools, by the calls that Toloka has seen. */
    const looks = async (): Promise<number> =>
      (await world.toloka.ledger()).filter((call) => call.path === "/api/v1/requester").length;

    /** Waits until the bot has looked at all pools once more. */
    const looksAgain = async (): Promise<void> => {
      const before = await looks();
      await eventually(world, async () => (await looks()) >= before + 2);
    };

    const backUp = async (): Promise<void> => {
      expect(await world.stopBot()).toBe(0);
      await rm(copy(), { recursive: true, force: true });
      await cp(data(), copy(), { recursive: true, preserveTimestamps: true });
      await world.startBot();
    };

    const restore = async (): Promise<void> => {
      await world.kill();
      await rm(data(), { recursive: true });
      await cp(copy(), data(), { recursive: true });
      await world.startBot();
      await looksAgain();
    };

    test("does nothing twice for a run that was opened after the copy", async () => {
      const card = await requestShoes(world, { poolName: "Restored after opening" });
      const poolId = poolIdOn(card);
      await backUp();
      await approveAndOpen(world, card);
      await restore();
      const { counts, pools } = await world.toloka.state();
      expect({
        projects: counts.projects,
        pools: pools.length,
        tasks: counts.tasks,
        opens: (await opensOf(world.toloka, poolId)).length,
      }).toEqual({ projects: 1, pools: 1, tasks: 3, opens: 1 });
    });

    test("makes nothing twice when a draft is sent again that was sent after the copy", async () => {
      const poolName = "Restored before sending";
      const lena = world.slack.as("lena");
      await goTo(world, lena, "tasks", poolName);
      await lena.fill({ "Or pasted lines": "https://example.com/1.jpg", Overlap: 2 });
      await lena.submit();
      await modalSays(world, lena, "All rows are good");
      await lena.submit();
      await modalTitled(world, lena, "New run: review");
      await lena.fill({ Reason: "Sent after the copy was made" });
      await backUp();
      await lena.submit();
      const sent = (await world.slack.entries("delivery")).findLast(
        (each) => each.type === "view_submission",
      );
      const asked = (shown: { text: string }) => shown.text.includes("[Approve]");
      const first = await cardOf(world, poolName, asked);
      const held = async () => {
        const { counts, pools } = await world.toloka.state();
        return { projects: counts.projects, pools: pools.length, tasks: counts.tasks };
      };
      const before = await held();
      await restore();
      // The restored draft is a draft again; its owner sends it as before.
      const again = JSON.stringify({ ...sent?.payload, trigger_id: "1.2.again" });
      await world.slack.replay(sent?.seq ?? 0, {
        alter: { rawBody: `payload=${encodeURIComponent(again)}`, resign: true },
      });
      await eventually(world, async () => {
        const cards = (await lena.messages(channel)).filter(
          (shown) => !shown.ephemeral && shown.text.includes(poolName) && asked(shown),
        );
        return cards.length > 1;
      });
      expect(await held()).toEqual(before);
      const { pools } = await world.toloka.state();
      expect(pools.filter((pool) => pool.private_name === poolName).map(({ id }) => id)).toEqual([
        poolIdOn(first),
      ]);
    });

    test("uploads no task and opens no pool twice for a run that was prepared after the copy", async () => {
      const poolName = "Restored before preparing";
      const { counts: earlier } = await world.toloka.state();
      await world.toloka.addFault({ route: "POST /projects", kind: "status", status: 503 });
      await sendShoes(world, { poolName });
      await eventually(world, async () =>
        (await world.toloka.faults()).some((fault) => fault.applied > 0),
      );
      await backUp();
      await world.toloka.clearFaults();
      const card = await cardOf(world, poolName, (shown) => shown.text.includes("[Approve]"));
      const poolId = poolIdOn(card);
      await approveAndOpen(world, card);
      await restore();
      // The bot no longer knows of the pool and may make another one; that one stays empty and closed.
      await looksAgain();
      await looksAgain();
      const { counts, pools } = await world.toloka.state();
      expect({ projects: counts.projects, tasks: counts.tasks }).toEqual({
        projects: earlier.projects + 1,
        tasks: earlier.tasks + 3,
      });
      const others = pools.filter((pool) => pool.private_name === poolName && pool.id !== poolId);
      const opens = await Promise.all(others.map(({ id }) => opensOf(world.toloka, id)));
      expect({ others: others.length <= 1, opens: opens.flat() }).toEqual({
        others: true,
        opens: [],
      });
      expect(await opensOf(world.toloka, poolId)).toHaveLength(1);
    });
  },
);

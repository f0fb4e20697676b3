import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { approveAndOpen, poolIdOn, requestShoes, threadSays } from "../support/shoes.ts";

/** The quick start's own bodies. */
const seed = (name: string): unknown =>
  JSON.parse(
    readFileSync(new URL(`../emulators/toloka/fixtures/${name}`, import.meta.url), "utf8"),
  );

/** A body without the bot's marker and with the view's config as JSON. */
const comparable = (body: unknown): unknown =>
  JSON.parse(JSON.stringify(body), (key, value: unknown) =>
    key === "metadata" || (key === "private_comment" && String(value).startsWith("[r:"))
      ? undefined
      : key === "config"
        ? JSON.parse(String(value))
        : value,
  );

describe("the quick start", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  test("sends Toloka the quick start's bodies in its order, and opens once, after the approval", async () => {
    const closes = new Date(Math.ceil(Date.now() / 60_000) * 60_000 + 2 * 86_400_000);
    const card = await requestShoes(world, { closes });
    const before = await world.toloka.ledger();
    expect(before.filter((call) => call.path.endsWith("/open"))).toEqual([]);
    await approveAndOpen(world, card);
    const poolId = poolIdOn(card);
    const writes = (await world.toloka.ledger()).filter((call) => call.method !== "GET");
    expect(writes.map((call) => `${call.method} ${call.path}`)).toEqual([
      "POST /api/v1/projects",
      "POST /api/v1/pools",
      "POST /api/v1/tasks",
      `POST /api/v1/pools/${poolId}/open`,
    ]);
    const [project, pool, tasks] = writes;
    expect(comparable(project?.body)).toEqual(
      comparable(seed("quickstart.project.create.req.json")),
    );
    const projectId = /\bproject (\d+)\b/.exec(card.text)?.[1];
    expect(comparable(pool?.body)).toEqual({
      ...Object(comparable(seed("quickstart.pool.create.req.json"))),
      project_id: projectId,
      will_expire: closes.toISOString().replace("Z", ""),
    });
    expect(comparable(tasks?.body)).toEqual(
      JSON.parse(
        JSON.stringify(seed("quickstart.tasks.create.req.json")).replaceAll("{pool_id}", poolId),
      ),
    );
    const thread = await threadSays(world, card, "The pool is open");
    expect(thread.broadcast).toBe(false);
    expect((await world.slack.entries("violation")).length).toBe(0);
  });
});

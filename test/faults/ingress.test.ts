import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { manyForgeries } from "../support/forged-requests.ts";
import { openSlowly } from "../support/open-sockets.ts";
import {
  bodyOf,
  type HandMade,
  nowSeconds,
  send,
  sendAll,
  signed,
} from "../support/raw-requests.ts";
import {
  type Asked,
  askOpening,
  cardNow,
  opensOf,
  pressOn,
  toldAfter,
} from "../support/requests.ts";

const forgedCount = 10_000;
const mutatedCount = 10_000;
const eventCount = 10_000;

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** The value below which so many percent lie, in milliseconds. */
const percentile = (values: readonly number[], percent: number): number =>
  values.toSorted((a, b) => a - b)[Math.ceil((values.length * percent) / 100) - 1] ?? 0;

describe("the entrance under load by hostile hands", () => {
  let world: BotWorld;
  let asked: Asked;
  let recorded: string;
  beforeAll(async () => {
    world = await startBotWorld({ watchCron: "*/10 * * * * *" });
    asked = await askOpening(world, "Behind the door");
    await toldAfter(world, "gus", () => pressOn(world, "gus", "Approve", asked.card));
    const press = (await world.slack.entries("delivery")).find(
      (entry) => entry.type === "block_actions",
    );
    recorded = bodyOf({ ...press?.payload, trigger_id: "1.2.3", user: { id: "U0ALAN0001" } });
  });
  afterAll(() => world.close());

  const deeds = async () => ({
    slack: (await world.slack.entries("api")).length,
    writes: (await world.toloka.ledger()).filter((call) => call.method !== "GET").length,
  });

  const help = (): HandMade =>
    signed(
      world,
      "command=%2Ftoloka&text=help&user_id=U0RITA0001&team_id=T0LIFEGRD&api_app_id=A0LIFEGRD",
    );

  /** Sends good requests one after the other until told to stop; answers how long each took. */
  const goodOnes = (): (() => Promise<readonly number[]>) => {
    let going = true;
    const took: number[] = [];
    const run = (async () => {
      while (going) {
        const started = performance.now();
        if ((await send(world, help())) === 200) took.push(performance.now() - started);
        else took.push(Number.POSITIVE_INFINITY);
        await new Promise((resolve) => setTimeout(resolve, 100));
      }
    })();
    return async () => {
      going = false;
      await run;
      return took;
    };
  };

  test("forged and mutated requests reach nothing, fill neither log nor memory", async () => {
    const mutated = Array.from({ length: mutatedCount }, (_, turn): HandMade => {
      const good = signed(world, recorded, { time: nowSeconds() });
      const bytes = Buffer.from(recorded);
      const at = (turn * 7_919) % bytes.length;
      bytes[at] = ((bytes[at] ?? 0) + 1 + (turn % 254)) % 256;
      return { ...good, body: bytes };
    });
    const forged = manyForgeries(world, recorded, forgedCount);
    const before = { deeds: await deeds(), lines: world.log().length, mb: await world.memoryMb() };
    const stop = goodOnes();
    const started = performance.now();
    const counts = new Map<number | null, number>();
    const sendCounted = async (all: readonly HandMade[]): Promise<number> => {
      for (const [status, count] of await sendAll(world, all, 20)) {
        counts.set(status, (counts.get(status) ?? 0) + count);
      }
      return world.memoryMb();
    };
    // Ten thousand of eleven kinds and ten thousand mutations count from the cold start; a third round counts apart.
    const memoryMb = [
      await sendCounted(forged),
      await sendCounted(mutated),
      await sendCounted(mutated),
    ] as const;
    const seconds = (performance.now() - started) / 1_000;
    const took = await stop();
    const grownMb = memoryMb[1] - before.mb;
    const grownAgainMb = memoryMb[2] - memoryMb[1];
    const sent = forgedCount + 2 * mutatedCount;
    const lines = world.log().length - before.lines;
    say(
      `${sent} forged or mutated: ${JSON.stringify([...counts])}, ${lines} log lines, ` +
        `${[before.mb, ...memoryMb].map(Math.round).join(" -> ")} MB, ` +
        `${(sent / seconds).toFixed(0)} a second, ` +
        `good ones p99 ${percentile(took, 99).toFixed(0)} ms of ${took.length}`,
    );
    expect(counts.get(200) ?? 0).toBe(Math.floor(forgedCount / 11));
    expect((counts.get(401) ?? 0) + (counts.get(200) ?? 0)).toBe(sent);
    expect(await deeds()).toEqual(before.deeds);
    expect(await cardNow(world, asked.card)).toContain("waiting for approval");
    expect(await opensOf(world.toloka, asked.poolId)).toEqual([]);
    expect(lines).toBeLessThanOrEqual(100);
    expect(grownMb).toBeLessThanOrEqual(50);
    expect(grownAgainMb).toBeLessThanOrEqual(50);
    expect(took.every(Number.isFinite)).toBe(true);
  });

  test("500 slow connections keep nobody out", async () => {
    const slow = await openSlowly(world, 500);
    const stop = goodOnes();
    await world.slack.waitFor(async () => slow.alive() === 0, { timeoutMs: 120_000 });
    const took = await stop();
    slow.close();
    say(
      `500 slow connections: good ones p99 ${percentile(took, 99).toFixed(0)} ms of ${took.length}`,
    );
    expect(took.length).toBeGreaterThan(10);
    expect(took.every(Number.isFinite)).toBe(true);
  });

  test("events that come again are taken once", async () => {
    const event = (id: number): HandMade =>
      signed(
        world,
        JSON.stringify({
          type: "event_callback",
          api_app_id: "A0LIFEGRD",
          team_id: "T0LIFEGRD",
          event_id: `Ev${id}`,
          event: { type: "app_home_opened", user: "U0RITA0001", channel: "D1" },
        }),
        { contentType: "application/json" },
      );
    const distinct = Math.floor(eventCount * 0.7);
    const all = Array.from({ length: eventCount }, (_, index) => event(index % distinct));
    const lines = world.log().length;
    const counts = await sendAll(world, all, 20);
    say(`${eventCount} events, ${eventCount - distinct} repeated: ${JSON.stringify([...counts])}`);
    expect(counts).toEqual(new Map([[200, eventCount]]));
    expect(world.log().length - lines).toBeLessThanOrEqual(10);
  });
});

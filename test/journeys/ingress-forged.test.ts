import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { manyForgeries } from "../support/forged-requests.ts";
import { openSlowly, sendEndlessly } from "../support/open-sockets.ts";
import { bodyOf, nowSeconds, send, sendAll, signed } from "../support/raw-requests.ts";
import { type Asked, askOpening, cardNow, pressOn, toldAfter } from "../support/requests.ts";
import { channel } from "../support/shoes.ts";
import { overSocket } from "../support/transport.ts";

/** Of all kinds together here; `npm run test:faults` sends ten thousand. */
const forgedCount = 500;

describe.skipIf(overSocket)("requests that are not Slack's", () => {
  let world: BotWorld;
  let asked: Asked;
  /** The body of a press on Approve that Slack really sent, by somebody whose vote does not count. */
  let recorded: string;
  beforeAll(async () => {
    world = await startBotWorld();
    asked = await askOpening(world, "Not for strangers");
    await toldAfter(world, "gus", () => pressOn(world, "gus", "Approve", asked.card));
    const [press] = (await world.slack.entries("delivery")).filter(
      (entry) => entry.type === "block_actions",
    );
    const payload = press?.payload;
    if (payload === undefined) throw new Error("no press in the ledger");
    recorded = bodyOf({ ...payload, trigger_id: "1.2.never-used", user: { id: "U0ALAN0001" } });
  });
  afterAll(() => world.close());

  /** What the bot did: its calls of Slack, and its writes at Toloka. */
  const deeds = async () => ({
    slack: (await world.slack.entries("api")).length,
    toloka: (await world.toloka.ledger()).filter((call) => call.method !== "GET").length,
  });

  test(`${forgedCount} of eleven kinds reach nothing and leave few lines in the log`, async () => {
    const before = await deeds();
    const lines = world.log().length;
    const counts = await sendAll(world, manyForgeries(world, recorded, forgedCount), 20);
    expect([...counts.keys()].toSorted()).toEqual([200, 401]);
    // Only the look at the certificate is answered, and what came with it goes nowhere.
    expect(counts.get(200)).toBe(Math.floor(forgedCount / 11));
    expect(await deeds()).toEqual(before);
    expect(await cardNow(world, asked.card)).toContain("waiting for approval");
    expect(world.log().length - lines).toBeLessThanOrEqual(100);
  });

  const times: readonly (readonly [string, string])[] = [
    ["301 s ago", nowSeconds(-302)],
    ["301 s ahead", nowSeconds(60 + 301)],
    ["a year ahead", nowSeconds(365 * 86_400)],
    ["no number", "NaN"],
    ["nothing", ""],
    ["endless", "1e400"],
    ["endless, as Node prints it", "Infinity"],
    ["a fraction", `${nowSeconds()}.5`],
  ];

  test.each(times)("a good signature over a time that is %s is refused", async (_words, time) => {
    const before = await deeds();
    expect(await send(world, signed(world, recorded, { time }))).toBe(401);
    expect(await deeds()).toEqual(before);
  });

  test("a header that comes twice is refused, also when both are good", async () => {
    const good = signed(world, recorded);
    for (const name of ["x-slack-request-timestamp", "x-slack-signature"]) {
      const value = good.headers[name];
      if (typeof value !== "string") throw new Error(`no ${name}`);
      const headers = { ...good.headers, [name]: [value, value] };
      expect(await send(world, { ...good, headers })).toBe(401);
    }
    expect(await cardNow(world, asked.card)).toContain("waiting for approval");
  });

  test("the same body is let in when it is signed now, whatever a proxy added to its type", async () => {
    const type = "application/x-www-form-urlencoded; charset=utf-8";
    const help =
      "command=%2Ftoloka&text=help&user_id=U0RITA0001&team_id=T0LIFEGRD&api_app_id=A0LIFEGRD";
    expect(await send(world, signed(world, help, { contentType: type }))).toBe(200);
  });

  test("a body over a megabyte is refused when it is announced, and given up when it is not", async () => {
    const limit = 1_000_000;
    const pad = (length: number): string => `text=${"a".repeat(length - 5)}`;
    expect(await send(world, signed(world, pad(limit + 1)))).toBe(413);
    expect(await sendEndlessly(world)).toBeLessThan(20_000_000);
    // One byte less is read and judged: it is no request of this app.
    expect(await send(world, signed(world, pad(limit)))).toBe(401);
  });

  test("connections that send nothing whole do not keep people out", async () => {
    const slow = await openSlowly(world, 230);
    try {
      const told = await toldAfter(world, "rita", () =>
        world.slack.as("rita").command(channel, "/toloka whoami"),
      );
      expect(told).toContain("You are @rita");
      expect(slow.alive()).toBeLessThanOrEqual(200);
      // What has not sent its headers after ten seconds is ended.
      await world.slack.waitFor(async () => slow.alive() === 0, { timeoutMs: 45_000 });
    } finally {
      slow.close();
    }
  });
});

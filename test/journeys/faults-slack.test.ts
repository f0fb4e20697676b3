import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { FaultRule } from "../../emulators/slack/faults.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  approveInTheEnd,
  effective,
  inTheEnd,
  openInTheEnd,
  quietPolicy,
  storyOf,
  wholeStory,
  writesOf,
} from "../support/faults.ts";
import { cardOf, channel, modalTitled, sendShoes } from "../support/shoes.ts";

const method = "chat.postMessage";

/** What can happen to a post, in words. The last one is met by the card, the others by replies. */
const faults: readonly (readonly [string, readonly FaultRule[]])[] = [
  ["Slack limits the rate", [{ method, kind: "rate-limit", retryAfter: 1, times: 3 }]],
  ["Slack answers 500", [{ method, kind: "http-500", after: 1, times: 2 }]],
  ["Slack takes a post and cuts the line", [{ method, kind: "reset-after", times: 2 }]],
  [
    "Slack cuts the line before it takes a post",
    [{ method, kind: "reset-before", after: 2, times: 1 }],
  ],
  ["Slack says internal_error", [{ method, kind: "error", error: "internal_error", times: 1 }]],
  [
    "a repaint of the card is limited",
    [{ method: "chat.update", kind: "rate-limit", retryAfter: 1, times: 1 }],
  ],
  [
    "Slack does not answer a post that it took",
    [{ method, kind: "timeout-after", after: 3, times: 1 }],
  ],
];

/** Writes of Toloka that are left without any answer for the client's 30 seconds, and by whose run. */
const silences = [
  { who: "anna", route: "POST /projects", kind: "timeout-after" },
  { who: "lena", route: "POST /pools", kind: "timeout-before" },
  { who: "omar", route: "POST /pools/:id/open", kind: "timeout-after" },
] as const;

const silentName = (route: string): string => `No answer to ${route}`;

/** Starts one run for each silence; the silences pass in the background of the other tests. */
const sendIntoSilence = async (world: BotWorld): Promise<void> => {
  for (const [index, { who, route, kind }] of silences.entries()) {
    const poolName = silentName(route);
    await world.toloka.addFault({ route, kind, times: 1 });
    await sendShoes(world, { who, poolName });
    if (route.endsWith("open")) await approveInTheEnd(world, poolName);
    await inTheEnd(world, `the silence of ${route}`, async () => {
      const ledger = await world.toloka.ledger();
      return ledger.filter((entry) => entry.fault?.startsWith("timeout")).length > index;
    });
  }
};

describe("Slack failing, and Toloka silent", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ policy: quietPolicy, moreScopes: ["channels:history"] });
    await sendIntoSilence(world);
  });
  afterAll(() => world.close());

  test.each(faults)("%s: the thread tells everything once and in order", async (words, rules) => {
    for (const rule of rules) await world.slack.addFault(rule);
    await sendShoes(world, { poolName: words });
    await approveInTheEnd(world, words);
    const ts = await openInTheEnd(world, words);
    const met = (await world.slack.faults()).map(({ times, hit }) => hit === times);
    await world.slack.clearFaults();
    expect(await storyOf(world, ts)).toEqual([...wholeStory]);
    expect(met).toEqual(rules.map(() => true));
  });

  test("a rate limit on posts does not keep a form from opening", async () => {
    await world.slack.addFault({ method, kind: "rate-limit", retryAfter: 5, times: 1 });
    await sendShoes(world, { poolName: "Limited posts" });
    await inTheEnd(world, "the rate limit", async () =>
      (await world.slack.faults()).some((fault) => fault.hit === 1),
    );
    const omar = world.slack.as("omar");
    await omar.command(channel, "/toloka new project");
    await modalTitled(world, omar, "New project");
    const calls = await world.slack.entries("api");
    const limited = calls.findLast((call) => call.method === method && call.status === 429);
    const since = calls.filter((call) => call.seq > (limited?.seq ?? 0));
    expect(since.map((call) => call.method)).toContain("views.open");
    expect(since.map((call) => call.method)).not.toContain(method);
    await cardOf(world, "Limited posts", (shown) => shown.text.includes("[Approve]"));
    const next = (await world.slack.entries("api", limited?.seq)).find(
      (call) => call.method === method,
    );
    // The pause that Slack asked for is kept by every job.
    expect(Date.parse(next?.at ?? "") - Date.parse(limited?.at ?? "")).toBeGreaterThanOrEqual(
      5_000,
    );
    await world.slack.clearFaults();
  });

  test("what happens while Slack is down is told afterwards, all of it and in order", async () => {
    const poolName = "Told after the outage";
    await sendShoes(world, { poolName });
    await world.slack.addFault({ method: "*", kind: "http-500" });
    await inTheEnd(world, "the upload", async () =>
      (await world.toloka.state()).pools.some(
        (pool) => pool.private_name === poolName && pool.tasks === 3,
      ),
    );
    await inTheEnd(world, "three refused calls", async () =>
      (await world.slack.faults()).some((fault) => fault.hit >= 3),
    );
    await world.slack.clearFaults();
    await approveInTheEnd(world, poolName);
    const ts = await openInTheEnd(world, poolName);
    expect(await storyOf(world, ts)).toEqual([...wholeStory]);
  });

  test.each(silences)(
    "a $route that is never answered is done once all the same",
    async ({ route }) => {
      const poolName = silentName(route);
      if (!route.endsWith("open")) await approveInTheEnd(world, poolName);
      const ts = await openInTheEnd(world, poolName);
      expect(await storyOf(world, ts)).toEqual([...wholeStory]);
      const { pools } = await world.toloka.state();
      expect(pools.filter((pool) => pool.private_name === poolName).length).toBe(1);
      // A run that still waits for its pool has a project already; what was made twice stays.
      await inTheEnd(world, "one project and three tasks for each pool", async () => {
        const { counts, pools: all } = await world.toloka.state();
        return counts.projects === all.length && counts.tasks === 3 * all.length;
      });
      const opened = effective(writesOf(await world.toloka.ledger(), "POST /pools/:id/open"));
      expect(new Set(opened.map((entry) => entry.path)).size).toBe(opened.length);
    },
  );
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { inTheEnd } from "../support/faults.ts";
import { type Followed, runOpen } from "../support/made-elsewhere.ts";
import { faultSeed, seeded, trials } from "../support/seeded.ts";
import { channel, modalTitled } from "../support/shoes.ts";
import { isAmbiguous, keyOf, postsIn, stormOn } from "../support/slack-storm.ts";
import { looks } from "../support/watching.ts";

const threads = 4;
/** Closings and openings outside, one each some seconds: ten minutes, scaled. */
const changes = trials(30);

/** What each post in a thread says, as one word. */
const wordOf = (text: string): string =>
  /the pool is open|opened outside|is closed|approval wanted|approved/.exec(text)?.[0] ?? text;

/** What a thread was told besides results: whether a pool opens before they are gathered is chance. */
const updatesIn = async (world: BotWorld, ts: string) =>
  (await postsIn(world, ts)).filter(({ args }) => !String(args.text).endsWith(": results"));

describe.each([
  { scope: "with the history scope", moreScopes: ["channels:history"] },
  { scope: "without the history scope", moreScopes: [] },
])("Slack failing three calls of ten, then down, $scope", ({ moreScopes }) => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ moreScopes });
  });
  afterAll(() => world.close());

  test("every update is delivered, in order, with no more duplicates than ambiguous sends", async () => {
    const seed = faultSeed();
    const chance = seeded(seed);
    const runs: Followed[] = [];
    for (let count = 0; count < threads; count += 1) {
      runs.push(await runOpen(world, `Storm ${count}`));
    }
    for (const method of ["chat.postMessage", "chat.update", "conversations.replies"]) {
      await stormOn(world, method, { calls: 600, share: 0.3, chance });
    }
    const expected = ["approval wanted", "approved", "the pool is open"];
    for (let change = 0; change < changes; change += 1) {
      const closing = change % 2 === 0;
      for (const { poolId } of runs) {
        if (closing) await world.toloka.closeWithReason(poolId, "MANUAL");
        else await world.toloka.openOutside(poolId);
      }
      expected.push(closing ? "is closed" : "opened outside");
      if (change === Math.floor(changes / 2)) {
        await world.slack.clearFaults();
        await world.slack.addFault({
          method: "chat.postMessage",
          kind: "rate-limit",
          retryAfter: 20,
        });
        await looks(world, 3);
        const omar = world.slack.as("omar");
        await omar.command(channel, "/toloka new project");
        await modalTitled(world, omar, "New project");
        await world.slack.clearFaults();
        await world.slack.addFault({ method: "*", kind: "http-500" });
        await looks(world, 10);
        await world.slack.clearFaults();
        await stormOn(world, "chat.postMessage", { calls: 300, share: 0.3, chance });
      }
      await looks(world, 3);
    }
    let sent = 0;
    let ambiguous = 0;
    let twice = 0;
    for (const run of runs) {
      await inTheEnd(world, `the last word in ${run.ts}`, async () => {
        const keys = (await updatesIn(world, run.ts)).map(keyOf);
        return new Set(keys).size >= expected.length;
      });
      const posts = await updatesIn(world, run.ts);
      const first = posts.filter(
        (post, at) => posts.findIndex((p) => keyOf(p) === keyOf(post)) === at,
      );
      const words = first.map((post) => wordOf(String(post.args.text)));
      expect(words, `seed ${seed}`).toEqual(expected);
      sent += posts.length;
      ambiguous += posts.filter(isAmbiguous).length;
      twice += posts.length - first.length;
    }
    console.log(
      `seed ${seed}: ${threads} threads, ${threads * expected.length} updates, ${sent} posts, ${ambiguous} ambiguous, ${twice} twice, 0 lost, 0 out of order`,
    );
    expect(twice).toBeLessThanOrEqual(moreScopes.length > 0 ? 0 : ambiguous);
  });
});

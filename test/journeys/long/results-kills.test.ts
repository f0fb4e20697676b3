import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../../support/bot-world.ts";
import { inTheEnd } from "../../support/faults.ts";
import { type Followed, runOpen } from "../../support/made-elsewhere.ts";
import { filesOf, resultsOf } from "../../support/results.ts";
import { settledStory } from "../../support/watching.ts";

describe("the bot killed on the way to a pool's results", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ moreScopes: ["channels:history"] });
  });
  afterAll(() => world.close());

  /** A pool with three answers in it. */
  const answered = async (name: string): Promise<Followed> => {
    const run = await runOpen(world, name);
    const { id, tasks } = await world.toloka.takeWork(run.poolId);
    await world.toloka.submitWork(
      id,
      tasks.map(() => ({ result: "boots" })),
    );
    return run;
  };
  /** Closes it; what the thread is told next are the results. */
  const close = async (run: Followed): Promise<void> => {
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await settledStory(world, run, ["opened", "closed: Closed by hand."]);
  };
  const killedOnce = async (isMet: () => Promise<boolean>): Promise<void> => {
    await inTheEnd(world, "the call that gets no answer", isMet);
    await world.kill();
    await world.toloka.clearFaults();
    await world.slack.clearFaults();
    await world.startBot();
  };
  /** Everything was told once, and both files hold the three answers once. */
  const isWhole = async (run: Followed): Promise<void> => {
    expect((await resultsOf(world, run)).text).toContain("3 answers to 3 of 3 tasks");
    for (const name of ["raw", "majority"] as const) {
      const files = await filesOf(world, run, name);
      expect(files.map((lines) => lines.map((line) => line["OUTPUT:result"]))).toEqual([
        ["boots", "boots", "boots"],
      ]);
    }
  };

  test("while it reads the answers, reads them again and tells them once", async () => {
    const run = await answered("Killed while reading");
    // The first reading only looks for suites in somebody's hands.
    await close(run);
    await world.toloka.addFault({
      route: "GET /assignments",
      kind: "timeout-before",
      after: 1,
      times: 1,
    });
    await world.toloka.advance({ seconds: 61 });
    await killedOnce(async () =>
      (await world.toloka.ledger()).some((entry) => entry.fault === "timeout-before"),
    );
    await isWhole(run);
  });

  test.each([
    ["its message", "chat.postMessage", 0],
    ["the first file", "files.getUploadURLExternal", 0],
    ["the second file", "files.completeUploadExternal", 1],
  ])(
    "while Slack does not answer to %s, sends it again, and nothing is empty",
    async (what, method, after) => {
      const run = await answered(`Killed at ${what}`);
      await close(run);
      await world.slack.addFault({ method, kind: "timeout-before", after, times: 1 });
      await world.toloka.advance({ seconds: 61 });
      await killedOnce(async () => (await world.slack.faults()).some((fault) => fault.hit > 0));
      await isWhole(run);
    },
  );
});

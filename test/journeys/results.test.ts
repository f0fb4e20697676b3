import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { JsonObject } from "../../src/domain/json.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  approve,
  askToOpen,
  type Followed,
  hours,
  makePool,
  runOpen,
} from "../support/made-elsewhere.ts";
import { filesOf, resultsOf, resultsTold, suitesOf } from "../support/results.ts";
import { channel, eventually, lastPrivate } from "../support/shoes.ts";
import { botCalls, lastCall, looks, settledStory } from "../support/watching.ts";

const answer = (result: string) => ({ result });

/** A suite of the quick start: 0.02 for the worker, and the least fee of 0.006 on top. */
const suiteDollars = 0.026;

describe("the results of a pool", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  /** The minute after a closing in which Toloka's lists may not be whole. */
  const listsAreWhole = () => world.toloka.advance({ seconds: 61 });

  /** Closes a pool, as somebody on Toloka's page, and waits until its thread was told. */
  const close = async (run: Followed): Promise<void> => {
    await world.toloka.closeWithReason(run.poolId, "MANUAL");
    await settledStory(world, run, ["opened", "closed: Closed by hand."]);
  };

  /** An open pool with other settings than the quick start's. */
  const openWith = async (name: string, settings: JsonObject): Promise<Followed> => {
    const poolId = await makePool(world, name);
    await world.toloka.editPool(poolId, settings);
    const run = await askToOpen(world, poolId);
    await approve(world, run);
    await settledStory(world, run, ["opened"]);
    return run;
  };

  test("come into the thread after the closing, with files and sums equal to Toloka's own", async () => {
    const run = await runOpen(world, "Crowded");
    const before = (await world.toloka.charges()).balance;
    await world.toloka.placeCrowd({
      workers: 4,
      seed: 11,
      accuracy: 0.6,
      languages: ["RU"],
      start: true,
    });
    await world.toloka.advance({ seconds: 600 });
    await world.toloka.stopCrowd();
    await world.toloka.advance({ ms: hours(2) });
    const told = await resultsOf(world, run);
    const suites = await suitesOf(world, run.poolId);
    const accepted = suites.filter(({ status }) => status === "ACCEPTED");
    expect(accepted.length).toBe(2);
    const spent = (before - (await world.toloka.charges()).balance) / 1_000_000;
    expect(spent).toBe(suiteDollars * 2);
    expect(told.text).toContain("6 answers to 3 of 3 tasks from 2 workers");
    expect(told.text).toContain(`*Paid:* $${spent} for 2 accepted suites`);
    expect(told.text).toContain("*Approved:* $0.052 planned, at most $0.052.");
    expect(told.broadcast).toBe(false);

    const [raw = []] = await filesOf(world, run, "raw");
    const sent = accepted.flatMap(({ id, status, tasks, solutions }) =>
      tasks.map((task, index) => ({
        "INPUT:image": task.input_values.image,
        "OUTPUT:result": solutions?.[index]?.output_values.result,
        "ASSIGNMENT:task_id": task.id,
        "ASSIGNMENT:assignment_id": id,
        "ASSIGNMENT:status": status,
        "ASSIGNMENT:golden": "no",
      })),
    );
    expect(raw).toMatchObject(sent);
    expect(raw.length).toBe(sent.length);
    const everything = JSON.stringify([raw, told]);
    for (const { user_id } of suites) expect(everything).not.toContain(user_id);

    const [majority = []] = await filesOf(world, run, "majority");
    const byTask = Map.groupBy(sent, (line) => line["ASSIGNMENT:task_id"]);
    expect(majority.length).toBe(byTask.size);
    for (const line of majority) {
      const given = (byTask.get(line["ASSIGNMENT:task_id"] ?? "") ?? []).map(
        (each) => each["OUTPUT:result"],
      );
      const agree = given[0] === given[1];
      expect(line).toMatchObject({
        ANSWERS: "2",
        "OUTPUT:result": agree ? given[0] : "",
        "AGREEMENT:result": agree ? "1" : "0.5",
        "TIE:result": agree ? "" : given.join(" | "),
      });
    }
  });

  test("wait for a suite that somebody still holds, and count it", async () => {
    const run = await openWith("Held", { assignment_max_duration_seconds: 3_600 });
    const { id, tasks } = await world.toloka.takeWork(run.poolId);
    await world.slack.as("omar").press("Pause", { channel: run.channel, ts: run.ts });
    await settledStory(world, run, ["opened", "closed: Closed by hand. Paused by @omar."]);
    await listsAreWhole();
    await looks(world);
    expect(await resultsTold(world, run)).toEqual([]);
    await world.toloka.submitWork(
      id,
      tasks.map(() => answer("boots")),
    );
    const told = await resultsOf(world, run);
    expect(told.text).toContain("3 answers to 3 of 3 tasks from 1 worker.");
    expect(told.text).toContain("1 suite of 2 did not come in.");
  });

  test("of a suite that runs out are told too: nothing came in, nothing was paid", async () => {
    const run = await runOpen(world, "Run out of time");
    await world.toloka.takeWork(run.poolId);
    await close(run);
    expect(await resultsTold(world, run)).toEqual([]);
    await world.toloka.advance({ ms: hours(1) });
    const told = await resultsOf(world, run);
    expect(told.text).toContain("no answer that counts has come in");
    expect(told.text).toContain("*Paid:* nothing.");
    expect(told.text).toContain("1 ran out of time");
    const thread = await world.slack.as("lena").thread(run.channel, run.ts);
    expect(thread.flatMap(({ files }) => files)).toEqual([]);
  });

  test("tell paid work, work to be reviewed and rejected work apart", async () => {
    const run = await openWith("Reviewed", {
      auto_accept_solutions: false,
      auto_accept_period_day: 21,
    });
    await world.toloka.placeCrowd({
      workers: 1,
      seed: 5,
      accuracy: 1,
      languages: ["RU"],
      start: true,
    });
    await world.toloka.advance({ seconds: 300 });
    await world.toloka.stopCrowd();
    const own = await world.toloka.takeWork(run.poolId);
    await world.toloka.submitWork(
      own.id,
      own.tasks.map(() => answer("other")),
    );
    const [first] = (await suitesOf(world, run.poolId)).filter(({ id }) => id !== own.id);
    await world.callToloka("PATCH", `/assignments/${first?.id}`, {
      status: "REJECTED",
      public_comment: "Wrong pictures",
    });
    await close(run);
    await listsAreWhole();
    const told = await resultsOf(world, run);
    // Whose work was rejected has no answer that counts.
    expect(told.text).toContain("3 answers to 3 of 3 tasks from 1 worker.");
    expect(told.text).toContain("*Paid:* nothing so far");
    expect(told.text).toContain(
      `$${suiteDollars} more once 1 suite that waits for review is accepted`,
    );
    expect(told.text).toContain("1 rejected (not paid)");
    const [raw = []] = await filesOf(world, run, "raw");
    expect(raw.map((line) => line["ASSIGNMENT:status"]).toSorted()).toEqual([
      ...["REJECTED", "REJECTED", "REJECTED", "SUBMITTED", "SUBMITTED", "SUBMITTED"],
    ]);
    const [majority = []] = await filesOf(world, run, "majority");
    expect(majority.map((line) => line["OUTPUT:result"])).toEqual(["other", "other", "other"]);
  });

  test("so far come when somebody asks, while the pool is open, and once more after the closing", async () => {
    const run = await runOpen(world, "Asked for");
    const own = await world.toloka.takeWork(run.poolId);
    await world.toloka.submitWork(
      own.id,
      own.tasks.map(() => answer("sneakers")),
    );
    const omar = world.slack.as("omar");
    const before = (await omar.messages(channel)).filter(({ ephemeral }) => ephemeral).length;
    await omar.command(channel, `/toloka results ${run.poolId}`);
    const said = await lastPrivate(world, "omar", before);
    expect(said.text).toContain("Gathering the results");
    const soFar = await resultsOf(world, run);
    expect(soFar.text).toMatch(/^\*?Results so far:\*? 3 answers to 3 tasks from 1 worker/);
    expect(soFar.text).toContain("1 suite of 2 is still to come");
    expect(soFar.text).toContain("Asked for by @omar");
    await close(run);
    expect((await resultsTold(world, run)).length).toBe(1);
    await listsAreWhole();
    const final = await resultsOf(world, run, 2);
    expect(final.text).toMatch(/^\*?Results:\*? 3 answers to 3 of 3 tasks/);
    expect(final.text).not.toContain("Asked for by");
    for (const so of ["-so-far", ""]) {
      const files = await filesOf(world, run, "raw", so);
      expect(files.map((lines) => lines.length)).toEqual([3]);
    }
  });

  test("of pools without a card, or that never opened, are refused in words", async () => {
    const stranger = await makePool(world, "No card");
    const ready = await askToOpen(world, await makePool(world, "Never open"));
    const rita = world.slack.as("rita");
    for (const [poolId, words] of [
      [stranger, "has no card here"],
      [ready.poolId, "I have not seen this pool open yet"],
      ["999999", "has no card here"],
    ] as const) {
      const before = (await rita.messages(channel)).filter(({ ephemeral }) => ephemeral).length;
      await rita.command(channel, `/toloka results ${poolId}`);
      const told = await lastPrivate(world, "rita", before);
      expect(told.text).toContain(words);
      expect(told.text).toContain("What to do:");
    }
  });

  test("that Toloka refuses are told with its code, and asked for no more", async () => {
    const run = await runOpen(world, "Refused answers");
    await world.toloka.addFault({
      route: "GET /assignments",
      kind: "status",
      status: 403,
      code: "ACCESS_DENIED",
    });
    await close(run);
    await listsAreWhole();
    const told = await eventually(world, async () =>
      (await world.slack.as("lena").thread(run.channel, run.ts)).find(({ text }) =>
        text.includes("The results could not be read."),
      ),
    );
    expect(told.text).toContain("ACCESS_DENIED");
    await world.toloka.clearFaults();
    const since = await lastCall(world);
    await looks(world);
    const asked = (await botCalls(world, since)).filter(({ path }) => path.includes("assignments"));
    expect(asked).toEqual([]);
  });

  test("wait out a Toloka that fails, and come once when it answers again", async () => {
    const run = await runOpen(world, "Failing answers");
    await world.toloka.addFault({ route: "GET /assignments", kind: "status", status: 503 });
    await close(run);
    await listsAreWhole();
    await looks(world);
    expect(await resultsTold(world, run)).toEqual([]);
    await world.toloka.clearFaults();
    expect((await resultsOf(world, run)).text).toContain("no answer that counts");
  });

  test("are not told of a pool that is closed for an edit", async () => {
    const run = await runOpen(world, "Edited only");
    await world.callToloka("POST", `/pools/${run.poolId}/close-for-update`);
    await settledStory(world, run, ["opened", "closed: It is being edited."]);
    await listsAreWhole();
    await looks(world);
    expect(await resultsTold(world, run)).toEqual([]);
  });
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import type { SlackPerson } from "../../emulators/slack/control/person.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { modalSays } from "../support/forms.ts";
import { makePool } from "../support/made-elsewhere.ts";
import { channel, lastPrivate, modalTitled } from "../support/shoes.ts";

/** Everything that the bot reads from Toloka. */
const reads = "/^GET /";

describe("while Toloka takes ten seconds to answer", () => {
  let world: BotWorld;
  let rita: SlackPerson;
  let poolId: string;
  beforeAll(async () => {
    world = await startBotWorld();
    rita = world.slack.as("rita");
    poolId = await makePool(world, "Slow pool");
  });
  afterAll(async () => {
    await world.close();
  });
  afterEach(async () => {
    await world.toloka.clearFaults();
    if ((await rita.modal()) !== null) await rita.close({ all: true });
  });

  /** Milliseconds from the command to the form that it opened. */
  const openingMs = async (text: string): Promise<number> => {
    const since = (await world.slack.ledger()).length;
    const typed = Date.now();
    await rita.command(channel, text);
    const opened = await world.slack.waitFor(
      async () =>
        (await world.slack.entries("api", since)).find((call) => call.method === "views.open"),
      { timeoutMs: 5_000 },
    );
    expect(opened.ok).toBe(true);
    return Date.parse(opened.at) - typed;
  };

  test.each([
    "/toloka new run",
    "/toloka new project",
    "/toloka new pool",
    "/toloka new tasks",
    "/toloka tasks POOL",
    '/toloka tasks "Slow pool"',
  ])("the form of %s opens within the three seconds of its trigger", async (text) => {
    await world.toloka.addFault({ route: reads, kind: "delay", delayMs: 10_000 });
    expect(await openingMs(text.replace("POOL", poolId))).toBeLessThan(3_000);
  });

  test("the tasks form fills in once Toloka has told about the pool", async () => {
    await world.toloka.addFault({ route: "GET /pools/:id", kind: "delay", delayMs: 10_000 });
    expect(await openingMs(`/toloka tasks ${poolId}`)).toBeLessThan(3_000);
    expect((await rita.modal())?.text).toContain("Reading the pool from Toloka");
    await modalSays(world, rita, `Pool ${poolId}: Slow pool`);
  });

  test("a search offers nothing rather than too late, and can be tried again", async () => {
    await world.toloka.addFault({ route: reads, kind: "delay", delayMs: 10_000 });
    await rita.command(channel, "/toloka new tasks");
    await modalTitled(world, rita, "Add tasks");
    expect(await rita.suggest("Pool", "slow")).toEqual([]);
    await world.toloka.clearFaults();
    await world.slack.waitFor(async () => (await rita.suggest("Pool", "slow")).length === 1, {
      timeoutMs: 20_000,
    });
  });

  test("an error of Toloka is told in the form that waits for it", async () => {
    await world.toloka.addFault({ route: "GET /pools/:id", kind: "status", status: 503 });
    await rita.command(channel, `/toloka tasks ${poolId}`);
    const text = await modalSays(world, rita, "What is wrong:");
    expect(text).toContain("I understood: Add tasks to a pool (sandbox)");
    expect(text).toMatch(/What is wrong: Toloka did not answer as it should \(.+\)\. Nothing was/);
    expect(text).toContain("What to do: Try again in a minute.");
  });

  test("no answer at all is told to whoever asked", async () => {
    await world.toloka.addFault({ route: "GET /pools/:id", kind: "reset-before" });
    const before = (await rita.messages(channel)).filter((message) => message.ephemeral).length;
    await rita.command(channel, `/toloka status ${poolId}`);
    const { text } = await lastPrivate(world, "rita", before);
    expect(text).toContain(`*[SANDBOX]* *I understood:* Status of pool ${poolId} (sandbox)`);
    expect(text).toContain("*What is wrong:* Toloka did not answer as it should");
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, otherProgram, startBotWorld } from "../support/bot-world.ts";
import { poolElsewhere, toldAfter } from "../support/requests.ts";
import { channel, eventually, modalTitled } from "../support/shoes.ts";

const say = (world: BotWorld, words: string): Promise<string> =>
  toldAfter(world, "rita", () => world.slack.as("rita").command(channel, words));

/** Commands that could end in money being spent. */
const spending = ["open 36500001", "new run", "new project", "new pool", "new tasks"];

describe("production without a policy", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ production: true });
  });
  afterAll(() => world.close());

  test.each(spending)("“%s production” is refused in words", async (words) => {
    const told = await say(world, `/toloka ${words} production`);
    expect(told).toContain("[PRODUCTION]");
    expect(told).toContain("No policy names approvers for production");
    expect(told).toContain("Use the sandbox");
    expect(await world.slack.as("rita").modal()).toBe(null);
  });

  test("tasks for a production pool are refused in words", async () => {
    const poolId = await poolElsewhere(world, "No tasks here", { environment: "production" });
    const rita = world.slack.as("rita");
    await rita.command(channel, `/toloka tasks ${poolId} production`);
    const view = await eventually(world, async () => {
      const shown = await rita.modal();
      return shown?.text.includes("What is wrong") ? shown : null;
    });
    expect(view.text).toContain("No policy names approvers for production");
    expect([view.fields, view.submit]).toEqual([[], null]);
    await rita.close();
  });

  test("neither the menu nor the form of a new run offers production", async () => {
    const told = await say(world, "/toloka");
    expect(told).toContain("*[SANDBOX]* Start something new");
    expect(told).not.toContain("PRODUCTION");
    const rita = world.slack.as("rita");
    await rita.command(channel, "/toloka new run");
    await modalTitled(world, rita, "New run");
    const view = await rita.modal();
    expect(view?.fields.map((field) => field.label)).not.toContain("Environment");
    expect(view?.text).toContain("SANDBOX");
    expect(view?.text).not.toContain("PRODUCTION");
    await rita.close();
  });

  test("a production pool can be looked at, and the buttons below it ask in vain", async () => {
    const poolId = await poolElsewhere(world, "Looked at", { environment: "production" });
    const told = await say(world, `/toloka status ${poolId} production`);
    expect(told).toContain("[PRODUCTION]");
    expect(told).toContain("Looked at");
    const rita = world.slack.as("rita");
    const pressed = await toldAfter(world, "rita", () =>
      rita.press("Request opening", { channel }),
    );
    expect(pressed).toContain("[PRODUCTION]");
    expect(pressed).toContain("No policy names approvers for production");
  });

  test("says in whoami that nobody may ask or approve there", async () => {
    expect(await say(world, "/toloka whoami")).toContain(
      "*[PRODUCTION]* you may not request, you may not approve: no policy names approvers for production",
    );
  });

  test("sends the production account nothing but looks", async () => {
    const calls = (await world.production().ledger()).filter(
      (call) => call.headers.user_agent !== otherProgram,
    );
    expect(calls.filter((call) => call.method !== "GET")).toEqual([]);
  });
});

describe("production without a key", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld();
  });
  afterAll(() => world.close());

  test.each([
    ...spending,
    ...["status 5", "check 5", "cost 5", "list pools", "list projects", "pause 5"],
  ])("“%s production” is refused in words", async (words) => {
    const told = await say(world, `/toloka ${words} production`);
    expect(told).toContain("[PRODUCTION]");
    expect(told).toContain("There is no Toloka key for production in this installation");
    expect(await world.slack.as("rita").modal()).toBe(null);
    const writes = (await world.toloka.ledger()).filter((call) => call.method !== "GET");
    expect(writes).toEqual([]);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { looksPass, toldAfter } from "../support/requests.ts";
import { channel, modalTitled } from "../support/shoes.ts";

describe("one person who asks for too much", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ env: { COMMANDS_A_MINUTE: "20", OPEN_DRAFTS: "5" } });
  });
  afterAll(() => world.close());

  test("is told after twenty commands in a minute, and nobody else is", async () => {
    const rita = world.slack.as("rita");
    for (let sent = 0; sent < 200; sent += 1) await rita.command(channel, "/toloka list pools");
    const told = async () =>
      (await rita.messages(channel)).filter((message) => message.ephemeral && message.fromApp);
    await world.slack.waitFor(async () => (await told()).length >= 200, { timeoutMs: 45_000 });
    const limited = (await told()).filter(({ text }) => text.includes("more than 20 commands"));
    expect(limited.length).toBe(180);
    expect(limited[0]?.text).toMatch(/Type it again in \d+ s/);
    expect(
      (await world.toloka.ledger()).filter((call) => call.path.startsWith("/api/v1/pools?")).length,
    ).toBeLessThanOrEqual(20);
    const other = await toldAfter(world, "omar", () =>
      world.slack.as("omar").command(channel, "/toloka whoami"),
    );
    expect(other).toContain("You are @omar");
  });

  test("is told after five drafts; empty ones give way", async () => {
    const anna = world.slack.as("anna");
    const open = async (): Promise<void> => {
      await anna.command(channel, "/toloka new project");
      await modalTitled(world, anna, "New project");
    };
    for (let draft = 0; draft < 6; draft += 1) {
      await open();
      await anna.close({ all: true });
    }
    for (let draft = 0; draft < 5; draft += 1) {
      await open();
      await anna.fill({ "Name for workers": `Project ${draft}` });
      await anna.press("Save draft", { in: "modal" });
      await world.slack.waitFor(async () =>
        (await anna.modal())?.text.includes("Your draft is saved"),
      );
      await anna.close({ all: true });
    }
    const told = await toldAfter(world, "anna", () => anna.command(channel, "/toloka new project"));
    expect(told).toContain("You have 5 open drafts, and 5 is the most for one person");
    expect(told).toContain("delete one");
    expect(await anna.modal()).toBe(null);
    const lena = world.slack.as("lena");
    await lena.command(channel, "/toloka new project");
    await modalTitled(world, lena, "New project");
    await looksPass(world, world.toloka);
  });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  type Asked,
  askOpening,
  cardNow,
  looksPass,
  opensOf,
  pressOn,
  sendAnew,
  toldAfter,
} from "../support/requests.ts";
import { approveAndOpen, channel, eventually, threadSays } from "../support/shoes.ts";

const outsiders = [
  ["gus", "You are a guest in this workspace."],
  ["una", "You are a guest in this workspace."],
  ["sid", "You belong to another organisation."],
  ["bo", "You are a bot."],
] as const;

/** Each kind of command that reads or changes something. */
const commands = ["", "new run", "open 5", "status 5", "list pools", "pause 5", "whoami"];

describe("people who are not full members", () => {
  let world: BotWorld;
  let waiting: Asked;
  let running: Asked;
  beforeAll(async () => {
    world = await startBotWorld();
    waiting = await askOpening(world, "Waiting for members");
    running = await askOpening(world, "Running for members");
    await approveAndOpen(world, running.card);
  });
  afterAll(() => world.close());

  test.each(outsiders)("%s is refused in words at every command: %s", async (who, words) => {
    const person = world.slack.as(who);
    for (const command of commands) {
      const told = await toldAfter(world, who, () => person.command(channel, `/toloka ${command}`));
      expect(told).toContain(words);
      expect(told).toContain("Ask a full member of this workspace.");
      expect(told).not.toContain("Waiting for members");
      expect(await person.modal()).toBe(null);
    }
  });

  test.each(outsiders)("%s is refused in words at every button: %s", async (who, words) => {
    for (const button of ["Approve", "Deny", "Cancel request"]) {
      const told = await toldAfter(world, who, () => pressOn(world, who, button, waiting.card));
      expect(told).toContain(words);
    }
    expect(await world.slack.as(who).modal()).toBe(null);
    const told = await toldAfter(world, who, () => pressOn(world, who, "Pause", running.card));
    expect(told).toContain(words);
    expect(await cardNow(world, waiting.card)).toContain("waiting for approval");
    expect(await cardNow(world, running.card)).toContain("Open since");
  });

  test("a person who is deactivated with the form of a denial open cannot send it", async () => {
    const anna = world.slack.as("anna");
    await pressOn(world, "anna", "Deny", waiting.card);
    await world.slack.waitFor(async () => (await anna.modal())?.title === "Deny the request");
    await anna.fill({ Reason: "I am leaving anyway, so no" });
    await world.slack.changeUser("anna", { isRestricted: true });
    await anna.submit();
    const view = await anna.modal();
    await world.slack.changeUser("anna", { isRestricted: false });
    expect(view?.text).toContain("You are a guest in this workspace.");
    expect(await cardNow(world, waiting.card)).toContain("waiting for approval");
  });

  test("a command and a click of a deactivated account are refused", async () => {
    const since = (await world.slack.ledger()).length;
    await world.slack.as("omar").command(channel, "/toloka status 5");
    await toldAfter(world, "omar", () => pressOn(world, "omar", "Cancel request", waiting.card));
    const deliveries = await world.slack.entries("delivery", since);
    expect(deliveries.map(({ type }) => type)).toEqual(["slash_command", "block_actions"]);
    await world.slack.deactivate("omar");
    const before = (await world.slack.ledger()).length;
    for (const delivery of deliveries) {
      const [again] = await sendAnew(world, delivery);
      expect(again?.status).toBe("acked");
    }
    const told = async () =>
      JSON.stringify(await world.slack.ledger(before)).split("Your account is deactivated.")
        .length - 1;
    await eventually(world, async () => (await told()) >= 2);
    await world.slack.changeUser("omar", { deleted: false });
    expect(await cardNow(world, waiting.card)).toContain("waiting for approval");
  });

  test("help is for everybody, and nothing that outsiders did reached Toloka", async () => {
    const told = await toldAfter(world, "gus", () =>
      world.slack.as("gus").command(channel, "/toloka help"),
    );
    expect(told).toContain("What I understand");
    await looksPass(world, world.toloka);
    expect(await opensOf(world.toloka, waiting.poolId)).toEqual([]);
    const closes = (await world.toloka.ledger()).filter((call) => call.path.endsWith("/close"));
    expect(closes).toEqual([]);
    await approveAndOpen(world, waiting.card);
    await threadSays(world, waiting.card, "The pool is open");
  });
});

import pg from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { openHome } from "../support/home.ts";
import {
  askOpening,
  cardNow,
  looksPass,
  opensOf,
  pressOn,
  toldAfter,
} from "../support/requests.ts";
import { channel, modalTitled, threadSays } from "../support/shoes.ts";

const policy = `
environments:
  production:
    approvers:
      groups: [S0LEADS001]
`;

const nothing = "nothing was recorded and nothing was approved";

describe("an act that cannot be committed within 2.5 s", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ production: true, policy });
  });
  afterEach(() => world.slack.clearFaults());
  afterAll(() => world.close());

  const slow = (method: string, delayMs: number): Promise<void> =>
    world.slack.addFault({ method, kind: "delay", delayMs });

  test("a late approval is undone, as its giver was told, and counts when given again", async () => {
    const { card, poolId } = await askOpening(world, "Late approval", {
      environment: "production",
    });
    // Both answers come, one after the other, and only then is there anything to commit.
    await slow("users.info", 1_700);
    await slow("usergroups.users.list", 1_700);
    const told = await toldAfter(world, "alan", () => pressOn(world, "alan", "Approve", card));
    expect(told).toContain(nothing);
    await looksPass(world, world.production());
    await looksPass(world, world.production());
    expect(await cardNow(world, card)).toContain("waiting for approval");
    expect(await opensOf(world.production(), poolId)).toEqual([]);
    await world.slack.clearFaults();
    await pressOn(world, "alan", "Approve", card);
    await threadSays(world, card, "The pool is open");
    expect((await opensOf(world.production(), poolId)).length).toBe(1);
  });

  test("a command is answered with it, and starts no draft", async () => {
    await slow("users.info", 4_000);
    const omar = world.slack.as("omar");
    const told = await toldAfter(world, "omar", () => omar.command(channel, "/toloka new project"));
    expect(told).toContain(nothing);
    await world.slack.clearFaults();
    const menu = await toldAfter(world, "omar", () => omar.command(channel, "/toloka"));
    expect(menu).not.toContain("[Resume]");
    expect(await omar.modal()).toBe(null);
  });

  test("a submission keeps its form, with the words at a field", async () => {
    const rita = world.slack.as("rita");
    await rita.command(channel, "/toloka new run");
    await modalTitled(world, rita, "New run");
    await slow("users.info", 4_000);
    expect((await rita.submit()).status).toBe("acked");
    const late = await rita.modal();
    expect(late?.title).toBe("New run");
    expect(JSON.stringify(late)).toContain(nothing);
    await world.slack.clearFaults();
    await rita.submit();
    await modalTitled(world, rita, "New run: project");
  });

  test("a press inside a form keeps what was typed, with the words above it", async () => {
    const lena = world.slack.as("lena");
    await lena.command(channel, "/toloka new project");
    await modalTitled(world, lena, "New project");
    await lena.fill({ "Name for workers": "Typed and kept" });
    await slow("users.info", 4_000);
    await lena.press("Save draft", { in: "modal" });
    expect((await lena.modal())?.text).toContain(nothing);
    await world.slack.clearFaults();
    await lena.close();
    const fields = (await lena.modal())?.fields ?? [];
    expect(fields.find((field) => field.label === "Name for workers")?.value).toBe(
      "Typed and kept",
    );
    await lena.close({ all: true });
  });

  test("a press on the Home is answered in a window, and its draft stays", async () => {
    const anna = world.slack.as("anna");
    await anna.command(channel, "/toloka new project");
    await modalTitled(world, anna, "New project");
    await anna.close();
    await openHome(world, "anna", "Your drafts (1)");
    await slow("users.info", 4_000);
    await anna.press("Delete", { in: "home" });
    expect((await anna.modal())?.text).toContain(nothing);
    await world.slack.clearFaults();
    await anna.close();
    const menu = await toldAfter(world, "anna", () => anna.command(channel, "/toloka"));
    expect(menu).toContain("[Resume]");
  });

  test.runIf(process.env.TEST_DATABASE_URL !== undefined)(
    "a locked table undoes an approval too",
    async () => {
      const { card, poolId } = await askOpening(world, "Locked", { environment: "production" });
      const client = new pg.Client({ connectionString: world.databaseUrl() ?? "" });
      await client.connect();
      await client.query("begin; lock table runs in access exclusive mode");
      const told = await toldAfter(world, "alan", () => pressOn(world, "alan", "Approve", card));
      expect(told).toContain(nothing);
      await client.query("rollback");
      await client.end();
      await looksPass(world, world.production());
      expect(await cardNow(world, card)).toContain("waiting for approval");
      expect(await opensOf(world.production(), poolId)).toEqual([]);
    },
  );
});

import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, otherProgram, startBotWorld } from "../support/bot-world.ts";
import {
  askOpening,
  cardNow,
  cardSays,
  opensOf,
  pressOn,
  threadTexts,
  toldAfter,
  waitingCard,
} from "../support/requests.ts";
import { channel, eventually, requestShoes, threadSays } from "../support/shoes.ts";
import { viewsSent } from "../support/views-sent.ts";

const policy = `
environments:
  production:
    approvers:
      users: [U0OMAR0001]
      groups: [S0LEADS001]
`;

const leads = ["alan", "anna", "lena"];

describe("production with a policy", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ production: true, policy });
  });
  afterEach(async () => {
    await world.slack.clearFaults();
    await world.slack.settings({ userGroupsNeedUpgrade: false });
    await world.slack.setGroupMembers("label-leads", leads);
    await world.production().clearFaults();
  });
  afterAll(() => world.close());

  const ask = (name: string, who = "rita") =>
    askOpening(world, name, { who, environment: "production" });
  const opens = (poolId: string) => opensOf(world.production(), poolId);

  test("nobody approves an own request, also an approver", async () => {
    const { card, poolId } = await ask("Own request", "lena");
    expect(card.text).toContain("never the requester or whoever edited the run");
    const refused = await toldAfter(world, "lena", () => pressOn(world, "lena", "Approve", card));
    expect(refused).toContain("You requested, edited or uploaded this run");
    expect(refused).toContain("[PRODUCTION]");
    expect(await cardNow(world, card)).toContain("waiting for approval");
    await pressOn(world, "anna", "Approve", card);
    await threadSays(world, card, "The pool is open");
    expect((await opens(poolId)).length).toBe(1);
  });

  test("whoever added tasks to a run cannot approve it", async () => {
    const { card, poolId } = await ask("Uploader");
    await pressOn(world, "rita", "Cancel request", card);
    await cardSays(world, "Uploader", "Taken back");
    const alan = world.slack.as("alan");
    await alan.command(channel, `/toloka tasks ${poolId} production`);
    await eventually(world, async () => (await alan.modal())?.text.includes("PRODUCTION"));
    await alan.fill({ "Or pasted lines": "https://example.com/image_9.jpg", Overlap: "2" });
    await alan.submit();
    await eventually(world, async () => (await alan.modal())?.text.includes("All rows are good"));
    await alan.submit();
    const ready = await cardSays(world, "Uploader", "ready, not requested");
    await pressOn(world, "rita", "Request opening", ready);
    const again = await waitingCard(world, "Uploader");
    const refused = await toldAfter(world, "alan", () => pressOn(world, "alan", "Approve", again));
    expect(refused).toContain("You requested, edited or uploaded this run");
    expect(await opens(poolId)).toEqual([]);
  });

  test("a person named in the policy may approve, and so may a member of its group", async () => {
    const named = await ask("Named approver");
    await pressOn(world, "omar", "Approve", named.card);
    expect((await threadSays(world, named.card, "Approved")).text).toContain(
      "by @omar: named in the policy",
    );
    const member = await ask("Member of the group");
    await pressOn(world, "alan", "Approve", member.card);
    expect((await threadSays(world, member.card, "Approved")).text).toContain(
      "by @alan: member of the group",
    );
    await threadSays(world, named.card, "The pool is open");
    await threadSays(world, member.card, "The pool is open");
    expect([(await opens(named.poolId)).length, (await opens(member.poolId)).length]).toEqual([
      1, 1,
    ]);
  });

  test("a guest is refused by the word of the environment that the card is about", async () => {
    const { card } = await ask("Not for guests");
    const refused = await toldAfter(world, "gus", () => pressOn(world, "gus", "Approve", card));
    expect(refused).toContain("[PRODUCTION]");
    expect(refused).toContain("You are a guest in this workspace.");
    const typed = await toldAfter(world, "gus", () =>
      world.slack.as("gus").command(channel, "/toloka list pools production"),
    );
    expect(typed).toContain("[PRODUCTION]");
    expect(typed).toContain("You are a guest in this workspace.");
    expect(await cardNow(world, card)).toContain("waiting for approval");
  });

  test("who left the group before the click may not approve, nor deny", async () => {
    const { card, poolId } = await ask("Left the group");
    await world.slack.setGroupMembers("label-leads", ["anna", "lena"]);
    for (const button of ["Approve", "Deny"]) {
      const refused = await toldAfter(world, "alan", () => pressOn(world, "alan", button, card));
      expect(refused).toContain("You are not one of its approvers.");
    }
    expect(await world.slack.as("alan").modal()).toBe(null);
    expect(await cardNow(world, card)).toContain("waiting for approval");
    expect(await opens(poolId)).toEqual([]);
  });

  test("a group that cannot be read entitles nobody, until it can be read again", async () => {
    const { card, poolId } = await ask("Unreadable group");
    const words = "Slack did not say who is in the group";
    const press = () => toldAfter(world, "anna", () => pressOn(world, "anna", "Approve", card));
    await world.slack.addFault({ method: "usergroups.users.list", kind: "http-500" });
    expect(await press()).toContain(words);
    await world.slack.clearFaults();
    await world.slack.settings({ userGroupsNeedUpgrade: true });
    expect(await press()).toContain(words);
    expect(await cardNow(world, card)).toContain("waiting for approval");
    expect(await opens(poolId)).toEqual([]);
    await world.slack.settings({ userGroupsNeedUpgrade: false });
    expect(await press()).toContain("Your approval of “Unreadable group” counts");
    await threadSays(world, card, "The pool is open");
  });

  test("an approval dies with its giver's rights before the opening", async () => {
    const losses: readonly (readonly [string, () => Promise<void>, () => Promise<void>])[] = [
      [
        "Deactivated approver",
        () => world.slack.deactivate("anna"),
        () => world.slack.changeUser("anna", { deleted: false }),
      ],
      [
        "Made a guest",
        () => world.slack.changeUser("anna", { isRestricted: true }),
        () => world.slack.changeUser("anna", { isRestricted: false }),
      ],
      [
        "Put out of the group",
        () => world.slack.setGroupMembers("label-leads", ["alan", "lena"]),
        () => world.slack.setGroupMembers("label-leads", leads),
      ],
      [
        "Group not readable any more",
        () => world.slack.settings({ userGroupsNeedUpgrade: true }),
        () => world.slack.settings({ userGroupsNeedUpgrade: false }),
      ],
    ];
    for (const [name, lose, regain] of losses) {
      const { card, poolId } = await ask(name);
      await world
        .production()
        .addFault({ route: "GET /tasks", kind: "delay", delayMs: 2_000, times: 1 });
      await pressOn(world, "anna", "Approve", card);
      await threadSays(world, card, "Approved");
      await lose();
      const told = await threadSays(world, card, "not opened").finally(regain);
      expect(told.text).toContain("The approval does not count any more");
      expect(told.text).toContain("Next:");
      expect(await opens(poolId)).toEqual([]);
    }
  });

  test("a run stays in its environment, and PRODUCTION is said on card, thread and forms", async () => {
    const sandbox = (await world.toloka.ledger()).length;
    const since = (await world.slack.ledger()).length;
    const card = await requestShoes(world, {
      poolName: "Only in production",
      command: "/toloka new run production",
    });
    const forms = (await viewsSent(world, since)).filter(({ asks }) => asks);
    expect(new Set(forms.map(({ title }) => title))).toEqual(
      new Set([
        "New run",
        "New run: project",
        "New run: pool",
        "New run: tasks",
        "New run: review",
      ]),
    );
    expect(forms.filter(({ text }) => !text.includes("PRODUCTION"))).toEqual([]);
    expect(card.text).toMatch(/^\*?\[PRODUCTION\]/);
    expect(card.notification).toMatch(/^\[PRODUCTION\]/);
    await pressOn(world, "anna", "Approve", card);
    await threadSays(world, card, "The pool is open");
    const thread = await world.slack.as("lena").thread(channel, card.ts);
    expect(thread.filter(({ notification }) => !notification.startsWith("[PRODUCTION]"))).toEqual(
      [],
    );
    const seen = (await world.toloka.ledger()).slice(sandbox);
    expect(seen.filter((call) => call.method !== "GET")).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain("Only in production");
    // The sandbox is only watched: whether the watch looked while this run went on is chance.
    const watched = ["/api/v1/requester", "/api/v1/pools"];
    expect(seen.filter((call) => !watched.includes(call.path))).toEqual([]);

    const other = await requestShoes(world, { poolName: "Only in the sandbox" });
    await pressOn(world, "alan", "Approve", other);
    await threadSays(world, other, "The pool is open");
    expect(JSON.stringify(await threadTexts(world, other))).not.toContain("PRODUCTION");
    const made = (await world.production().ledger()).filter(
      (call) => call.headers.user_agent !== otherProgram,
    );
    expect(JSON.stringify(made)).not.toContain("Only in the sandbox");
    const created = made.filter((call) => call.method === "POST");
    expect(created.filter((call) => call.path === "/api/v1/projects").length).toBe(1);
  });
});

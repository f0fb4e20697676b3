import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { verbs } from "../../src/domain/verbs.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { modalSays } from "../support/forms.ts";
import { makePool } from "../support/made-elsewhere.ts";
import {
  approveAndOpen,
  channel,
  eventually,
  lastPrivate,
  poolIdOn,
  requestShoes,
  threadSays,
} from "../support/shoes.ts";

const policy = `environments:
  sandbox:
    approvers:
      users: [U0ALAN0001]
      groups: [S0LEADS001]
    requester_may_approve: false
`;

describe("a command", () => {
  let world: BotWorld;
  let foreignPool: string;
  let ownPool: string;
  let code: string;
  let cardTs: string;
  beforeAll(async () => {
    world = await startBotWorld({ policy });
    foreignPool = await makePool(world, "Hats of another program");
    const card = await requestShoes(world, { poolName: "Boots of ours" });
    ownPool = poolIdOn(card);
    code = /REQ-[A-Z0-9]{4}/.exec(card.text)?.[0] ?? "";
    cardTs = card.ts;
  });
  afterAll(async () => {
    await world.close();
  });

  /** What a person is privately answered; fails when somebody else could see it. */
  const answer = async (who: string, text: string): Promise<string> => {
    const mine = (await world.slack.as(who).messages(channel)).filter(
      (message) => message.ephemeral,
    );
    await world.slack.as(who).command(channel, `/toloka ${text}`);
    const found = await lastPrivate(world, who, mine.length);
    const others = await world.slack.as("lena").messages(channel);
    expect(others.filter((message) => message.ts === found.ts)).toEqual([]);
    expect(found.text.split("\n")[0]).toContain("[SANDBOX]");
    return found.text;
  };

  test("without words shows a menu of what can be started and what runs", async () => {
    const menu = await answer("rita", "");
    expect(menu).toContain("[New run] [New project] [New pool] [Add tasks] [Pools] [Requests]");
    expect(menu).toContain(`${code} “Boots of ours” · *waiting for approval*`);
  });

  test("for help lists the verbs of this version and no others", async () => {
    const listed = [...(await answer("rita", "help")).matchAll(/^• `([^`]+)`/gm)].map(
      (found) => found[1],
    );
    expect(listed).toEqual(verbs.map((verb) => verb.usage));
    expect(listed.map((usage) => usage?.split(" ")[1] ?? "menu")).toEqual([
      ...["menu", "help", "new", "tasks", "check", "cost", "open", "status", "list"],
      ...["results", "pause", "whoami"],
    ]);
  });

  test.each(verbs)("for help on $name explains it with two examples", async ({ name, usage }) => {
    const help = await answer("omar", `help ${name}`);
    expect(help.split("\n")[0]).toBe(`*[SANDBOX]* \`${usage}\``);
    expect(help.match(/^For example `\/toloka/gm)?.length).toBe(2);
  });

  test.each([
    ["alan", "you may request, you may approve: named in the policy"],
    ["anna", "you may request, you may approve: member of the group @label-leads"],
    ["rita", "you may request, you may not approve: you are not one of the approvers"],
  ])("whoami tells %s who they are and what they may", async (who, rights) => {
    const lines = (await answer(who, "whoami")).split("\n");
    expect(lines[0]).toMatch(/^\*\[SANDBOX\]\* You are @/);
    expect(lines[1]).toContain(rights);
    expect(lines[2]).toMatch(/^Times are read in your zone: [A-Z]\w+\/\w+$/);
  });

  test.each([
    ["its number", () => foreignPool],
    ["its name", () => '"hats of another program"'],
    ["a part of its name", () => "another"],
  ])("status finds a pool of another program by %s", async (_, target) => {
    const text = await answer("omar", `status ${target()}`);
    expect(text).toContain(`pool ${foreignPool} “Hats of another program” · *CLOSED*`);
    expect(text).toContain("$0.02 a suite · 3 tasks a suite · 3 tasks · closing time");
    expect(text).toContain("not followed by a run of this bot");
    expect(text).toContain("[Request opening] [Add tasks]");
  });

  test.each([
    ["its number", () => ownPool],
    ["its name", () => "boots"],
    ["this", () => "this"],
    ["the request's code", () => code],
    ["the request's code in small letters", () => code.toLowerCase()],
    [
      "a link to its card",
      () => `https://lifeguard-labs.slack.com/archives/C0LABELS01/p${cardTs.replace(".", "")}`,
    ],
  ])("status finds a run of the bot by %s", async (_, target) => {
    const text = await answer("omar", `status ${target()}`);
    expect(text).toContain(`pool ${ownPool} “Boots of ours” · *CLOSED*`);
    expect(text).toContain(`run: waiting for approval, ${code}`);
  });

  test("status alone shows one's own runs, and all those of everybody", async () => {
    expect(await answer("rita", "status")).toContain(`${code} “Boots of ours”`);
    expect(await answer("omar", "status mine")).toContain("No runs here.");
    expect(await answer("omar", "status all")).toContain(`${code} “Boots of ours”`);
  });

  test.each([
    ["list pools", ["Boots of ours", "Hats of another program"]],
    ["list pools hats", ["Hats of another program"]],
    ["find BOOTS", ["Boots of ours"]],
    ["list projects", ["Categories of shoes", "Categories of shoes"]],
    ["list projects shoes", ["Categories of shoes", "Categories of shoes"]],
    ["list requests", ["Boots of ours"]],
    ["list requests hats", []],
  ])("%s lists what is asked for", async (text, names) => {
    const lines = (await answer("omar", text)).split("\n").filter((line) => line.startsWith("•"));
    expect(lines.map((line) => /“(.*?)”/.exec(line)?.[1])).toEqual(names);
  });

  test("a search that finds nothing says so and how to see everything", async () => {
    expect(await answer("omar", "list pools zebra crossing")).toBe(
      "*[SANDBOX]* pools with “zebra crossing”\nNothing matches. All of them: `/toloka list pools`",
    );
    expect(await answer("omar", "list projects zebra")).toContain("`/toloka list projects`");
  });

  test("cost tells planned and highest cost with the fee, next to the balance", async () => {
    expect((await answer("omar", `cost ${foreignPool}`)).split("\n")).toEqual([
      `*[SANDBOX]* cost of pool ${foreignPool} “Hats of another program”`,
      "3 tasks · $0.02 a suite · 3 tasks a suite",
      "Planned *$0.052* with fee · at most *$0.052* · 2 suites to pay",
      "Of this, workers $0.04, fee $0.012: 30 % as configured, at least $0.005 a suite",
      "Balance $1000.00 · after this $999.948",
    ]);
  });

  test("check tells what it found and that nothing was changed", async () => {
    const text = await answer("omar", `check ${foreignPool}`);
    expect(text.split("\n")[0]).toBe(
      `*[SANDBOX]* check of pool ${foreignPool} “Hats of another program”: *can be opened*, nothing to warn of`,
    );
    expect(text).toMatch(/Passed: .+\. Nothing was changed\./);
  });

  test("for more tasks is refused in the form while an approval is waited for", async () => {
    const omar = world.slack.as("omar");
    await omar.command(channel, `/toloka tasks ${ownPool}`);
    const shown = await modalSays(world, omar, "What is wrong:");
    expect(shown.split("\n").filter((line) => line !== "")).toEqual([
      `I understood: Add tasks to pool ${ownPool} (sandbox)`,
      "What is wrong: Its opening waits for an approval, and what is approved must not change.",
      "What to do: Take the request back on its card first.",
      `Try /toloka status ${ownPool}`,
    ]);
    await omar.close();
  });

  test("reads and changes nothing so far", async () => {
    const writes = (await world.toloka.ledger()).filter((call) => call.method !== "GET");
    expect(writes.map((call) => call.path).filter((path) => path.endsWith("/open"))).toEqual([]);
  });

  test("that is mistyped is answered with the one that was meant", async () => {
    expect(await answer("omar", `statsu ${ownPool}`)).toContain(
      `Try \`/toloka status ${ownPool}\``,
    );
    expect(await answer("omar", "lits pools")).toContain("Try `/toloka list pools`");
    expect(await answer("omar", `status ${ownPool} plaese`)).toContain(
      `Try \`/toloka status ${ownPool}\``,
    );
  });

  test("with typographic quotes and capitals is understood", async () => {
    expect(await answer("omar", "STATUS “Boots of ours”")).toContain(`pool ${ownPool}`);
  });

  test("pause closes an open pool for anybody, with who did it in the thread", async () => {
    expect(await answer("omar", `pause ${ownPool}`)).toContain(
      "is not open: its status is CLOSED.",
    );
    const card = await eventually(world, async () =>
      (await world.slack.as("lena").messages(channel)).find((message) => message.ts === cardTs),
    );
    await approveAndOpen(world, card);
    expect(await answer("omar", `pause ${ownPool} too many wrong answers`)).toContain(
      `*Pausing* pool ${ownPool} “Boots of ours”`,
    );
    expect((await threadSays(world, card, "*Pausing:*")).text).toContain(
      "*Reason:* too many wrong answers",
    );
    expect((await threadSays(world, card, "Paused by")).text).toContain("Paused by @omar");
    const closings = (await world.toloka.ledger()).filter((call) => call.path.endsWith("/close"));
    expect(closings.map((call) => call.path)).toEqual([`/api/v1/pools/${ownPool}/close`]);
  });

  test("never made Slack refuse anything", async () => {
    expect(await world.slack.entries("violation")).toEqual([]);
  });
});

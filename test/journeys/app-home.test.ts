import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { shoesProject } from "../../playground/tour/answers.ts";
import { channelField } from "../../src/domain/form.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { homeLacks, homeSays, openHome } from "../support/home.ts";
import { ask, bodyOf, signed } from "../support/raw-requests.ts";
import { askOpening, cardSays, directSays, pressOn } from "../support/requests.ts";
import { approveAndOpen, cardOf, channel, eventually, modalTitled } from "../support/shoes.ts";
import { overSocket } from "../support/transport.ts";

/** Alan decides, nobody else; he is asked by name. */
const policy = `environments:
  sandbox:
    approvers:
      users: [U0ALAN0001]
    requester_may_approve: false
    request_lives: 7d
`;

const outsiders = [
  ["gus", "You are a guest in this workspace."],
  ["sid", "You belong to another organisation."],
] as const;

describe("the app's Home", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ policy });
  });
  afterAll(() => world.close());

  /** When a person's Home was published. */
  const publishedFor = async (userId: string, since = 0): Promise<number[]> =>
    (await world.slack.entries("api", since))
      .filter(({ method, args }) => method === "views.publish" && args.user_id === userId)
      .map(({ at }) => Date.parse(at));

  test("says on the first visit what this is, and its button starts a run that has to name a channel", async () => {
    const rita = world.slack.as("rita");
    const first = await openHome(world, "rita", "Try it in the sandbox");
    expect(first).toContain("practice, no real money");
    expect(first).not.toMatch(/balance \*|asking Toloka/);
    expect(first).toContain("/toloka help");
    await rita.press("Try it in the sandbox", { in: "home" });
    await modalTitled(world, rita, "New run");
    const { problems } = await rita.submit();
    expect(Object.keys(problems)).toEqual(["Post updates in"]);
    await rita.fill({ "Post updates in": channel });
    await rita.submit();
    await modalTitled(world, rita, "New run: project");
    await rita.fill({ "Name for workers": "Begun on the Home" });
    await rita.press("Save draft");
    await rita.close();
  });

  test("brings a draft back as it was typed, and a project made from it has its card in the channel", async () => {
    const rita = world.slack.as("rita");
    await rita.press("New project", { in: "home" });
    await modalTitled(world, rita, "New project");
    await rita.fill({ ...shoesProject, "Name for workers": "Made from the Home" });
    await rita.press("Save draft");
    await rita.close();
    await homeSays(world, "rita", "Your drafts (2)", "Begun on the Home", "left at the project");
    await rita.press("Resume", { in: "home" });
    await modalTitled(world, rita, "New project");
    const fields = (await rita.modal())?.fields ?? [];
    expect(fields.find(({ label }) => label === "Name for workers")?.value).toBe(
      "Made from the Home",
    );
    await rita.fill({ "Post updates in": channel });
    await rita.submit();
    await cardOf(world, "Made from the Home", ({ text }) => text.includes("project created"));
    await homeSays(world, "rita", "Your drafts (1)");
  });

  test("a deleted draft goes away, and the press is answered in a window", async () => {
    const rita = world.slack.as("rita");
    await rita.press("Delete", { in: "home" });
    await eventually(world, async () =>
      (await rita.modal())?.text.includes("The draft is deleted."),
    );
    await rita.close();
    expect(await homeLacks(world, "rita", "Begun on the Home")).toContain("Try it in the sandbox");
  });

  test("shows an approver what waits, with its price and the way to its card, until it is decided", async () => {
    const alan = world.slack.as("alan");
    await openHome(world, "alan", "balance *$");
    const { card } = await askOpening(world, "Asked of Alan");
    const waiting = await homeSays(world, "alan", "Waiting for you (1)", "Asked of Alan", "$0.0");
    expect(waiting).toContain("less than an hour ago");
    const button = (await alan.home())?.buttons.find(({ text }) => text === "Look and decide");
    expect(button?.url).toBe(
      `https://lifeguard-labs.slack.com/archives/C0LABELS01/p${card.ts.replace(".", "")}`,
    );
    await homeSays(world, "rita", "Your requests (1)", "waiting for approval", "see the card");
    expect((await world.slack.as("rita").home())?.text).not.toContain("Waiting for you");
    await approveAndOpen(world, card);
    await homeLacks(world, "alan", "Waiting for you");
    await homeSays(world, "rita", "Running (1)", "Asked of Alan", "closes in 47 h");
  });

  test("pauses a pool, and tells why it is closed", async () => {
    const rita = world.slack.as("rita");
    await rita.press("Pause", { in: "home" });
    await eventually(world, async () => (await rita.modal())?.text.includes("Pausing"));
    await rita.close();
    const text = await homeSays(world, "rita", "Finished this week (1)", "Closed by hand.");
    expect(text).not.toContain("Running");
    await cardSays(world, "Asked of Alan", "Closed by hand");
  });

  test.each(outsiders)("says to %s why nothing can be done here: %s", async (who, words) => {
    const text = await openHome(world, who, words);
    expect(text).toContain("Ask a full member of this workspace.");
    expect((await world.slack.as(who).home())?.buttons).toEqual([]);
    expect(text).not.toContain("Asked of Alan");
  });

  test("a list of pools whose window was closed before Toloka told it comes as a direct message", async () => {
    await world.toloka.addFault({ route: "GET /pools", kind: "delay", delayMs: 1_500 });
    const rita = world.slack.as("rita");
    await rita.press("Pools", { in: "home" });
    await eventually(world, async () => (await rita.modal())?.text.includes("Asking Toloka"));
    await rita.close();
    expect((await directSays(world, "rita", "Asked of Alan")).text).toContain("pools");
    await world.toloka.clearFaults();
  });

  test("opened again unchanged it is not published again", async () => {
    await openHome(world, "omar", "practice, no real money");
    await world.slack.as("omar").openHome();
    const since = (await world.slack.ledger()).length;
    // Painted in the order in which they were opened.
    await openHome(world, "una", "You are a guest");
    await openHome(world, "lena", "practice, no real money");
    expect(await publishedFor("U0OMAR0001", since)).toEqual([]);
    expect((await publishedFor("U0OMAR0001")).length).toBe(1);
  });

  test("many changes in a moment are few pictures, and the last one is right", async () => {
    await openHome(world, "rita", "practice, no real money");
    const since = (await world.slack.ledger()).length;
    const { card } = await askOpening(world, "Asked and taken back");
    await pressOn(world, "rita", "Cancel request", card);
    await cardSays(world, "Asked and taken back", "cancelled");
    const last = await askOpening(world, "Asked last");
    await homeSays(world, "rita", "Asked last", "waiting for approval");
    await pressOn(world, "rita", "Cancel request", last.card);
    expect(await homeLacks(world, "rita", "Asked last")).not.toContain("Asked and taken back");
    const times = await publishedFor("U0RITA0001", since);
    expect(times.length).toBeLessThan(5);
    for (const [index, time] of times.entries()) {
      expect(time - (times[index - 1] ?? 0)).toBeGreaterThan(2_500);
    }
  });

  test("a change is shown that came while the bot was being killed", async () => {
    const { card } = await askOpening(world, "Decided in the dark");
    await homeSays(world, "alan", "Decided in the dark");
    // A Home that the bot knows nothing of does not stop it either.
    const other = { type: "home", blocks: [{ type: "divider" }] };
    const view = JSON.stringify(other);
    await world.callSlack("views.publish", { user_id: "U0ALAN0001", view });
    await pressOn(world, "rita", "Cancel request", card);
    await world.kill();
    await world.startBot();
    const text = await homeSays(world, "alan", "practice, no real money");
    expect(text).not.toContain("Decided in the dark");
  });

  test.skipIf(overSocket)(
    "an address is confirmed to Slack, and another workspace's event changes nothing",
    async () => {
      const json = { contentType: "application/json" };
      const challenge = JSON.stringify({ type: "url_verification", challenge: "c4", token: "t" });
      const confirmed = await ask(world, signed(world, challenge, json));
      expect([confirmed.status, confirmed.text]).toEqual([200, '{"challenge":"c4"}']);
      const since = (await world.slack.ledger()).length;
      const event = { type: "app_home_opened", user: "U0OMAR0001", channel: "D1", tab: "home" };
      const foreign = JSON.stringify({
        ...{ type: "event_callback", api_app_id: "A0LIFEGRD", event_id: "Ev1", event },
        team_id: "T0OTHER001",
      });
      expect((await ask(world, signed(world, foreign, json))).status).toBe(200);
      await openHome(world, "rita", "Finished this week");
      expect(await publishedFor("U0OMAR0001", since)).toEqual([]);
    },
  );

  test.skipIf(overSocket)(
    "a form that Slack let through without a channel is refused at that field",
    async () => {
      const rita = world.slack.as("rita");
      await rita.press("New run", { in: "home" });
      await modalTitled(world, rita, "New run");
      await rita.fill({ "Post updates in": channel });
      await rita.submit();
      await modalTitled(world, rita, "New run: project");
      await rita.press("Back");
      await modalTitled(world, rita, "New run");
      const sent = (await world.slack.entries("delivery")).findLast(
        ({ type }) => type === "view_submission",
      );
      const without = JSON.stringify({ ...sent?.payload, trigger_id: "7.7.7" }).replace(
        /"selected_conversation":"[^"]+"/,
        '"selected_conversation":null',
      );
      const answer = await ask(world, signed(world, bodyOf(JSON.parse(without))));
      expect([answer.status, JSON.parse(answer.text)]).toEqual([
        200,
        { response_action: "errors", errors: { [channelField]: "Pick the channel." } },
      ]);
    },
  );
});

const bothPolicy = `${policy}  production:
    approvers:
      users: [U0ALAN0001]
    requester_may_approve: false
    request_lives: 24h
`;

describe("the app's Home while Toloka is slow or down", () => {
  let world: BotWorld;
  beforeAll(async () => {
    // The watcher asks for the same: its calls would wait, too.
    world = await startBotWorld({
      ...{ policy: bothPolicy, production: true, watchCron: "0 0 1 1 *" },
    });
  });
  afterAll(() => world.close());

  test("is there at once, and the balances follow, or words that there is none", async () => {
    await world.toloka.addFault({ route: "GET /requester", kind: "delay", delayMs: 3_000 });
    await world.production().addFault({ route: "GET /requester", kind: "status", status: 503 });
    const first = await openHome(world, "alan", "Try it in the sandbox");
    expect(first).toContain("*[SANDBOX]* practice, no real money · balance: asking Toloka");
    expect(first).toContain("*[PRODUCTION]* real people, real money · balance: asking Toloka");
    const then = await homeSays(world, "alan", "balance *$", "Toloka did not answer");
    expect(then).toMatch(/PRODUCTION.*balance not known: Toloka did not answer/);
    expect(await openHome(world, "rita", "Try it in the sandbox")).not.toMatch(/balance \*|asking/);
  });
});

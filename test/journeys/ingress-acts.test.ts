import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { bodyOf, send, sendAll, signed } from "../support/raw-requests.ts";
import {
  type Asked,
  askOpening,
  cardNow,
  looksPass,
  opensOf,
  pressOn,
  toldAfter,
} from "../support/requests.ts";
import { cardOf, channel, modalTitled } from "../support/shoes.ts";
import { overSocket } from "../support/transport.ts";

type Payload = { readonly [key: string]: unknown };

const home = "T0LIFEGRD";

describe.skipIf(overSocket)("acts that are signed rightly, and yet must not count", () => {
  let world: BotWorld;
  let asked: Asked;
  /** A press on Approve as Slack sent it, by a guest; without its trigger. */
  let press: Payload;
  let triggers = 0;
  beforeAll(async () => {
    world = await startBotWorld();
    asked = await askOpening(world, "Only by members");
    await toldAfter(world, "gus", () => pressOn(world, "gus", "Approve", asked.card));
    const sent = (await world.slack.entries("delivery")).find(
      (entry) => entry.type === "block_actions",
    );
    press = { ...sent?.payload };
  });
  afterAll(() => world.close());

  /** The press by alan, whose vote counts, with a trigger that was never used. */
  const byAlan = (changes: Payload = {}): string => {
    triggers += 1;
    const alan = { id: "U0ALAN0001", username: "alan", name: "alan", team_id: home };
    const trigger_id = `9.9.${triggers}`;
    return bodyOf({ ...press, user: alan, trigger_id, ...changes });
  };

  /** What was told to the address that came with the press. */
  const toldThere = async (since: number): Promise<string> =>
    JSON.stringify(await world.slack.entries("response_url", since));

  const nothingOpens = async (): Promise<void> => {
    await looksPass(world, world.toloka);
    expect(await cardNow(world, asked.card)).toContain("waiting for approval");
    expect(await opensOf(world.toloka, asked.poolId)).toEqual([]);
  };

  test.each([
    ["another app", { api_app_id: "A0OTHERAPP" }],
    ["no app", { api_app_id: null }],
  ])("a press in the name of %s is refused", async (_words, changes) => {
    expect(await send(world, signed(world, byAlan(changes)))).toBe(401);
    await nothingOpens();
  });

  test.each([
    ["another workspace", { team: { id: "T0OTHERORG", domain: "other" } }],
    [
      "an organisation without a workspace",
      { team: null, enterprise: { id: "E0GRID", name: "Grid" }, is_enterprise_install: true },
    ],
    ["a workspace of the same name", { team: { id: "T0LIFEGRE", domain: "lifeguard-labs" } }],
  ])("a press from %s is refused in words", async (_words, changes) => {
    const since = (await world.slack.ledger()).length;
    expect(await send(world, signed(world, byAlan(changes)))).toBe(200);
    await world.slack.waitFor(async () => (await toldThere(since)).includes("another workspace"));
    await nothingOpens();
  });

  test("keys that reach into what all objects share are refused", async () => {
    const poisoned = JSON.stringify({ ...press, trigger_id: "8.8.1" }).replace(
      "{",
      '{"__proto__":{"kind":"member"},',
    );
    const body = new URLSearchParams({ payload: poisoned }).toString();
    expect(await send(world, signed(world, body))).toBe(401);
    const nested = byAlan({ view: { constructor: { prototype: { kind: "member" } } } });
    expect(await send(world, signed(world, nested))).toBe(401);
    const form = `command=%2Ftoloka&text=menu&team_id=${home}&api_app_id=A0LIFEGRD&__proto__=1`;
    expect(await send(world, signed(world, form))).toBe(401);
    await nothingOpens();
  });

  test("a button's value that the bot did not write changes nothing", async () => {
    const [action] = Array.isArray(press.actions) ? press.actions : [];
    const { run, version } = JSON.parse(action.value);
    const values = [
      JSON.stringify({ run, version: version + 1 }),
      JSON.stringify({ run, version: version - 1 }),
      JSON.stringify({ run, version: "1" }),
      JSON.stringify({ run, version, extra: true }),
      `{"run":"${run}","version":${version},"__proto__":{"x":1}}`,
      JSON.stringify({ run: "00000000-0000-4000-8000-000000000000", version }),
      JSON.stringify({ run: `${run}' or 1=1 --`, version }),
      "null",
      "[]",
      "",
      "{",
      "x".repeat(2_000),
    ];
    for (const value of values) {
      const since = (await world.slack.ledger()).length;
      const body = byAlan({ actions: [{ ...action, value }] });
      expect(await send(world, signed(world, body))).toBe(200);
      // Every press is answered, in words that say no.
      await world.slack.waitFor(async () => (await toldThere(since)).includes("What is wrong"));
    }
    await nothingOpens();
  });

  test("a form that names somebody else's draft is refused, whatever stands in it", async () => {
    const rita = world.slack.as("rita");
    await rita.command(channel, "/toloka new run");
    await modalTitled(world, rita, "New run");
    await rita.submit();
    const sent = (await world.slack.entries("delivery")).findLast(
      (entry) => entry.type === "view_submission",
    );
    const payload: Payload = { ...sent?.payload };
    const view: Payload = Object(payload.view);
    const carried = JSON.parse(String(view.private_metadata));
    const submit = async (user: string, metadata: string): Promise<number | null> => {
      triggers += 1;
      const body = bodyOf({
        ...payload,
        user: { id: user, team_id: home },
        trigger_id: `7.7.${triggers}`,
        view: { ...view, private_metadata: metadata },
      });
      return await send(world, signed(world, body));
    };
    const made = async () => {
      const { projects, pools, tasks } = (await world.toloka.state()).counts;
      return { projects, pools, tasks };
    };
    const before = await made();
    expect(await submit("U0OMAR0001", JSON.stringify(carried))).toBe(200);
    expect(await submit("U0RITA0001", JSON.stringify({ ...carried, page: "review" }))).toBe(200);
    expect(await submit("U0RITA0001", JSON.stringify({ ...carried, page: "admin" }))).toBe(200);
    expect(await submit("U0RITA0001", "{}")).toBe(200);
    expect(await submit("U0RITA0001", JSON.stringify({ run: asked.poolId, version: 1 }))).toBe(200);
    await looksPass(world, world.toloka);
    expect(await made()).toEqual(before);
    await rita.close({ all: true });
  });

  test("one click that is sent 100 times at once, and again later, decides once", async () => {
    const click = signed(world, byAlan());
    const counts = await sendAll(world, Array(100).fill(click), 100);
    expect(counts).toEqual(new Map([[200, 100]]));
    await cardOf(world, "Only by members", (card) => card.text.includes("Open since"));
    expect(await send(world, click)).toBe(200);
    await looksPass(world, world.toloka);
    expect(await send(world, click)).toBe(200);
    await looksPass(world, world.toloka);
    expect((await opensOf(world.toloka, asked.poolId)).length).toBe(1);
    const thread = await world.slack.as("lena").thread(channel, asked.card.ts);
    expect(thread.filter((message) => message.text.includes("Approved by")).length).toBe(1);
  });
});

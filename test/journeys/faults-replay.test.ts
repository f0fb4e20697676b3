import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ActResult } from "../../emulators/slack/screen.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  inTheEnd,
  leaks,
  openInTheEnd,
  quietPolicy,
  storyOf,
  wholeStory,
} from "../support/faults.ts";
import {
  cardOf,
  channel,
  eventually,
  modalTitled,
  requestShoes,
  threadSays,
} from "../support/shoes.ts";
import { overSocket } from "../support/transport.ts";

describe("requests that come again, and forged ones", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ policy: quietPolicy });
  });
  afterAll(() => world.close());

  /** Everything the bot did: its writes at Toloka, and its calls of Slack except for reading. */
  const deeds = async () => ({
    toloka: (await world.toloka.ledger()).filter((entry) => entry.method !== "GET").length,
    slack: (await world.slack.entries("api"))
      .filter((call) => call.method !== "users.info")
      .map((call) => call.method),
    answers: (await world.slack.entries("response_url")).length,
  });

  /** Waits until the bot has looked at Toloka again twice: what it would do by then is done. */
  const aWhile = async (): Promise<void> => {
    const looks = async () =>
      (await world.toloka.ledger()).filter((entry) => entry.path.endsWith("/requester")).length;
    const before = await looks();
    await inTheEnd(world, "two watches", async () => (await looks()) >= before + 2);
  };

  const deliveryOf = (result: ActResult): number => {
    if (result.delivery === null) throw new Error("nothing was sent");
    return result.delivery;
  };

  /** Sends a delivery again, as it was and signed anew, and expects that nothing comes of it. */
  const comesToNothing = async (delivery: number): Promise<void> => {
    // What the act itself set going is told a moment after the card is painted.
    await aWhile();
    const before = await deeds();
    const same = await world.slack.replay(delivery, { times: 3 });
    const timestamp = String(Math.floor(Date.now() / 1000));
    const fresh = await world.slack.replay(delivery, { alter: { timestamp, resign: true } });
    expect([...same, ...fresh].map((result) => result.status)).toEqual(Array(4).fill("acked"));
    await aWhile();
    expect(await deeds()).toEqual(before);
  };

  test("a command that comes again opens nothing and answers nothing", async () => {
    const omar = world.slack.as("omar");
    const command = await omar.command(channel, "/toloka new project");
    await modalTitled(world, omar, "New project");
    await omar.close();
    await comesToNothing(deliveryOf(command));
  });

  test("every submission of the forms that comes again changes nothing", async () => {
    const poolName = "Submitted twice";
    await requestShoes(world, { poolName });
    const submissions = (await world.slack.entries("delivery")).filter(
      (entry) => entry.type === "view_submission" && entry.replayOf === null,
    );
    expect(submissions.length).toBe(6);
    for (const { seq } of submissions) await world.slack.replay(seq);
    await comesToNothing(submissions.at(-1)?.seq ?? 0);
    const { pools } = await world.toloka.state();
    expect(pools.map((pool) => pool.private_name)).toEqual([poolName]);
  });

  test("a page that comes again late does not spoil what was typed after it", async () => {
    const anna = world.slack.as("anna");
    await anna.command(channel, "/toloka new run");
    await modalTitled(world, anna, "New run");
    const first = await anna.submit();
    await modalTitled(world, anna, "New run: project");
    await anna.fill({ "Name for workers": "Kept name", Description: "Kept description" });
    const pressed = await anna.press("Save draft");
    expect(pressed.status).toBe("acked");
    await eventually(world, async () => (await anna.modal())?.text.includes("Your draft is saved"));
    await anna.close({ all: true });
    await comesToNothing(deliveryOf(first));
    await anna.command(channel, "/toloka");
    await eventually(world, async () =>
      (await anna.messages(channel)).some((message) => message.text.includes("[Resume]")),
    );
    await anna.press("Resume", { channel });
    await modalTitled(world, anna, "New run: project");
    const fields = (await anna.modal())?.fields ?? [];
    expect(fields.find((field) => field.label === "Name for workers")?.value).toBe("Kept name");
  });

  test("an approval and a pause that come again do nothing, also after a second opening", async () => {
    const poolName = "Pressed twice";
    const first = await requestShoes(world, { poolName });
    const alan = world.slack.as("alan");
    const approval = deliveryOf(await alan.press("Approve", { channel, ts: first.ts }));
    await world.slack.replay(approval, { times: 2 });
    const ts = await openInTheEnd(world, poolName);
    await comesToNothing(approval);
    expect(await storyOf(world, ts)).toEqual([...wholeStory]);
    await cardOf(world, poolName, (card) => card.text.includes("[Pause]"));
    const pause = deliveryOf(await alan.press("Pause", { channel, ts }));
    await world.slack.replay(pause, { times: 2 });
    await threadSays(world, first, "Closed by hand");
    await cardOf(world, poolName, (card) => card.text.includes("[Request opening]"));
    await world.slack.as("rita").press("Request opening", { channel, ts });
    await cardOf(world, poolName, (card) => card.text.includes("[Approve]"));
    await comesToNothing(approval);
    await alan.press("Approve", { channel, ts });
    await cardOf(world, poolName, (card) => card.text.includes("[Pause]"));
    await comesToNothing(pause);
    const told = (await storyOf(world, ts)).filter((line) => line === "Pausing");
    expect(told.length).toBe(1);
    const { pools } = await world.toloka.state();
    expect(pools.find((pool) => pool.private_name === poolName)?.status).toBe("OPEN");
  });

  test.skipIf(overSocket)(
    "a forged or old signature is answered with 401 and does nothing",
    async () => {
      const rita = world.slack.as("rita");
      const helped = deliveryOf(await rita.command(channel, "/toloka new project"));
      await modalTitled(world, rita, "New project");
      await rita.close();
      const before = await deeds();
      const now = Math.floor(Date.now() / 1000);
      const body = "command=%2Ftoloka&text=help&user_id=U0RITA0001";
      const forged = await Promise.all([
        world.slack.sendRaw({ body, signature: `v0=${"0".repeat(64)}` }),
        world.slack.sendRaw({ body, signature: "" }),
        world.slack.sendRaw({
          body: `${body}&x=1`,
          signature: await world.slack.sign(body, String(now)),
        }),
        world.slack.sendRaw({ body, timestamp: String(now - 301) }),
        world.slack.sendRaw({ body, timestamp: String(now + 301) }),
        world.slack.sendRaw({ body, timestamp: "soon" }),
      ]);
      const [old] = await world.slack.replay(helped, {
        alter: { timestamp: String(now - 600), resign: true },
      });
      expect([...forged, old].map((result) => result?.httpStatus)).toEqual(Array(7).fill(401));
      await aWhile();
      expect(await deeds()).toEqual(before);
    },
  );

  test("no secret stands in the log", () => {
    expect(world.log().length).toBeGreaterThan(0);
    expect(leaks(world)).toEqual([]);
  });
});

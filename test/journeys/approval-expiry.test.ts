import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import {
  askOpening,
  cardSays,
  looksPass,
  opensOf,
  pressOn,
  pressStale,
  threadTexts,
  toldAfter,
  waitingCard,
} from "../support/requests.ts";
import { modalTitled, threadSays } from "../support/shoes.ts";

const policy = `
environments:
  sandbox:
    approvers: anyone
    request_lives: 10s
`;

describe("a request that nobody decides on", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ policy });
  });
  afterAll(() => world.close());

  test("expires, answers late clicks, and can be asked again", async () => {
    const { card, poolId } = await askOpening(world, "Nobody decides");
    // A press that Slack could not vouch for: nothing came of it, and it can be sent again later.
    await world.slack.addFault({ method: "users.info", kind: "http-500", times: 1 });
    await toldAfter(world, "alan", () => pressOn(world, "alan", "Approve", card));
    const anna = world.slack.as("anna");
    await pressOn(world, "anna", "Deny", card);
    await modalTitled(world, anna, "Deny the request");
    await anna.fill({ Reason: "Thought about it for too long" });

    const told = await threadSays(world, card, "expired");
    expect(told.text).toContain("nobody decided in time. Nothing was opened.");
    expect(told.text).toContain("@rita");
    const expired = await cardSays(world, "Nobody decides", "expired, nobody decided");
    expect(expired.buttons.map((button) => button.text)).toEqual(["Request again"]);

    const late = await toldAfter(world, "alan", () => pressStale(world, "alan", "approve"));
    expect(late).toContain("Nobody decided in time, so the request has ended.");
    await anna.submit();
    expect((await anna.modal())?.text).toContain(
      "Nobody decided in time, so the request has ended.",
    );
    await looksPass(world, world.toloka);
    const thread = await threadTexts(world, card);
    expect(thread.filter((text) => text.includes("expired")).length).toBe(1);
    expect(thread.some((text) => text.includes("Denied"))).toBe(false);
    expect(await opensOf(world.toloka, poolId)).toEqual([]);

    await pressOn(world, "rita", "Request again", expired);
    await pressOn(world, "alan", "Approve", await waitingCard(world, "Nobody decides"));
    await threadSays(world, card, "The pool is open");
    expect((await opensOf(world.toloka, poolId)).length).toBe(1);
  });
});

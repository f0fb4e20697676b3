import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../../support/bot-world.ts";
import { approveInTheEnd, inTheEnd, writesOf } from "../../support/faults.ts";
import { runOpen } from "../../support/made-elsewhere.ts";
import { directNotices, hastyPolicy, threadNotices } from "../../support/outages.ts";
import { cardOf, channel, sendShoes } from "../../support/shoes.ts";
import { looks, settledStory } from "../../support/watching.ts";

describe("Toloka silent for long", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({ policy: hastyPolicy });
  });
  afterEach(() => world.toloka.clearFaults());
  afterAll(() => world.close());

  test("is told once where a run waits and once to the owner of open pools, and so is its end", async () => {
    const open = await runOpen(world, "Open meanwhile");
    await sendShoes(world, { who: "lena", poolName: "Waiting meanwhile" });
    await world.toloka.addFault({ route: "/./", kind: "reset-before" });
    const card = await cardOf(world, "Waiting meanwhile");
    await inTheEnd(world, "the notices", async () => {
      const inThread = await threadNotices(world, { channel, ts: card.ts });
      return inThread.includes("silent") && (await directNotices(world, "rita")).length === 1;
    });
    await world.toloka.closeWithReason(open.poolId, "COMPLETED");
    await world.toloka.clearFaults();
    await settledStory(world, open, ["opened", "closed: All answers are in."]);
    await approveInTheEnd(world, "Waiting meanwhile");
    await inTheEnd(world, "the opening", async () =>
      (await threadNotices(world, { channel, ts: card.ts })).includes("opened"),
    );
    await looks(world, 3);
    expect(await directNotices(world, "rita")).toEqual(["silent", "back"]);
    expect(await directNotices(world, "lena")).toEqual([]);
    expect((await threadNotices(world, { channel, ts: card.ts })).toSorted()).toEqual(
      ["back", "opened", "silent"].toSorted(),
    );
  });

  test("a step that does not come forward stops for a person, and Try again carries it on", async () => {
    const poolName = "Never finished";
    await world.toloka.addFault({ route: "POST /projects", kind: "html" });
    await sendShoes(world, { poolName });
    const stopped = await inTheEnd(world, "the stop", () =>
      cardOf(world, poolName, (card) => card.text.includes("[Try again]")),
    );
    await world.toloka.clearFaults();
    await world.slack.as("rita").press("Try again", { channel, ts: stopped.ts });
    await approveInTheEnd(world, poolName);
    await inTheEnd(world, "the opening", async () =>
      (await threadNotices(world, { channel, ts: stopped.ts })).includes("opened"),
    );
    expect(await threadNotices(world, { channel, ts: stopped.ts })).toEqual(["stopped", "opened"]);
  });

  test("a day's quota is told and waited for, without asking again and again", async () => {
    const poolName = "Out of quota";
    await world.toloka.addFault({
      route: "POST /pools",
      kind: "status",
      status: 429,
      code: "TOO_MANY_REQUESTS",
      interval: "DAY",
    });
    await sendShoes(world, { poolName });
    const card = await cardOf(world, poolName);
    await inTheEnd(world, "the quota", async () =>
      (await threadNotices(world, { channel, ts: card.ts })).includes("quota"),
    );
    await looks(world, 5);
    expect(await threadNotices(world, { channel, ts: card.ts })).toEqual(["quota"]);
    expect((await world.toloka.faults()).map(({ applied }) => applied)).toEqual([1]);
  });

  test("creations that hang do not keep other runs from being prepared", async () => {
    const hanging = 4;
    await world.toloka.addFault({
      route: "POST /projects",
      kind: "timeout-after",
      times: hanging,
    });
    for (let count = 1; count <= hanging; count += 1) {
      await sendShoes(world, { poolName: `Hanging ${count}` });
    }
    await sendShoes(world, { poolName: "Not hanging" });
    await cardOf(world, "Not hanging", (card) => card.text.includes("[Approve]"));
    const writes = await inTheEnd(world, "the time-outs", async () => {
      const posted = writesOf(await world.toloka.ledger(), "POST /projects").slice(-hanging - 1);
      return posted.filter((call) => call.fault === "timeout-after").length === hanging && posted;
    });
    const [first] = writes.map((call) => Date.parse(call.at)).toSorted((one, two) => one - two);
    const other = writes.find((call) => call.fault === null);
    // It came while the first of the others was still without its answer, which takes 30 s to be given up.
    expect(Date.parse(other?.at ?? "") - (first ?? 0)).toBeLessThan(29_000);
  });
});

import { afterAll, beforeAll, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { approveAndOpen, requestShoes, channel } from "../support/shoes.ts";
import { quietPolicy, storyOf } from "../support/faults.ts";
let world: BotWorld;
beforeAll(async () => { world = await startBotWorld({ policy: quietPolicy }); });
afterAll(() => world.close());
test("x", async () => {
  const card = await requestShoes(world);
  await approveAndOpen(world, card);
  console.log(JSON.stringify(await storyOf(world, card.ts)));
  console.log((await world.slack.as("lena").thread(channel, card.ts)).map((m) => m.text).join("\n----\n"));
  console.log(JSON.stringify((await world.toloka.ledger()).map((e) => `${e.method} ${e.path} ${JSON.stringify(e.query)} ${e.status}`), null, 1));
  console.log(JSON.stringify((await world.slack.entries("delivery")).map((e) => `${e.seq} ${e.type} ${e.ackMs} ${Object.keys(e.payload)}`), null, 1));
  console.log(world.log().slice(-20).join("\n"));
});

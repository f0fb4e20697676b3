import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { defaultSeed } from "../../emulators/slack/default-seed.ts";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { crowd, round } from "../support/rounds.ts";

const people = crowd(50);

describe("fifty people who approve at the same moment", () => {
  let world: BotWorld;
  beforeAll(async () => {
    world = await startBotWorld({
      seed: {
        ...defaultSeed,
        users: [...defaultSeed.users, ...people],
        channels: defaultSeed.channels.map((each) => ({
          ...each,
          members: [...each.members, ...people.map(({ name }) => name)],
        })),
      },
    });
  });
  afterAll(() => world.close());

  test.each([1, 2, 3])(
    "make one transition and one opening, and each of the others is answered (round %i)",
    async (index) => {
      expect(await round(world, `Contested pool ${index}`, people)).toEqual({
        transitions: 1,
        openings: 1,
        answered: 49,
      });
    },
  );
});

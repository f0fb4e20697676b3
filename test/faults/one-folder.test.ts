import { expect, test } from "vitest";
import { startBotWorld } from "../support/bot-world.ts";
import { askOpening, pressOn } from "../support/requests.ts";
import { trials } from "../support/seeded.ts";
import { threadSays } from "../support/shoes.ts";

test.skipIf(process.env.TEST_DATABASE_URL !== undefined)(
  "a second bot on one data folder ends at once with a sentence; the first goes on",
  async () => {
    const world = await startBotWorld();
    try {
      const count = trials(20);
      const took: number[] = [];
      const said = new Set<string>();
      for (let index = 0; index < count; index += 1) {
        const started = performance.now();
        const ended = await world.startAnother().then(
          () => "it started",
          (error: unknown) => String(error),
        );
        took.push(performance.now() - started);
        said.add(ended.replaceAll(/\d+/g, "N"));
      }
      console.log(
        `${count} second starts: the slowest ended after ${Math.round(Math.max(...took))} ms`,
      );
      console.log([...said].join("\n---\n"));
      expect([...said].filter((text) => !/another|already|in use/i.test(text))).toEqual([]);
      expect(Math.max(...took)).toBeLessThan(2_000);
      const { card } = await askOpening(world, "Undisturbed");
      await pressOn(world, "alan", "Approve", card);
      await threadSays(world, card, "The pool is open");
    } finally {
      await world.close();
    }
  },
);

import { parse } from "csv-parse/sync";
import { z } from "zod";
import type { ScreenMessage } from "../../emulators/slack/screen.ts";
import type { BotWorld } from "./bot-world.ts";
import type { Followed } from "./made-elsewhere.ts";
import { eventually } from "./shoes.ts";
import { looks } from "./watching.ts";

const table = z.array(z.record(z.string(), z.string()));

/** A line of a file, by column. */
export type Line = { readonly [column: string]: string };

/** Everything a run's thread was told about results, oldest first. */
export const resultsTold = async (
  world: BotWorld,
  run: Followed,
): Promise<readonly ScreenMessage[]> =>
  (await world.slack.as("lena").thread(run.channel, run.ts)).filter(
    ({ fromApp, text }) => fromApp && /^\*?Results(?: so far)?:/.test(text),
  );

/** Waits until results were told so often, and answers the last; told once more, it fails after further looks. */
export const resultsOf = async (
  world: BotWorld,
  run: Followed,
  times = 1,
): Promise<ScreenMessage> => {
  const told = async () => await resultsTold(world, run);
  await eventually(world, async () => (await told()).length >= times);
  await looks(world);
  const all = await told();
  const last = all.at(-1);
  if (last === undefined || all.length !== times) {
    throw new Error(`results were told ${all.length} times, not ${times}`);
  }
  return last;
};

/** The files of a run's thread whose name begins so, oldest first, as lines by column. */
export const filesOf = async (
  world: BotWorld,
  run: Followed,
  name: "raw" | "majority",
  so = "",
): Promise<readonly (readonly Line[])[]> => {
  const found = async () =>
    (await world.slack.as("lena").thread(run.channel, run.ts)).flatMap(({ files }) =>
      files.filter((file) => file.name === `${name}-${run.poolId}${so}.csv`),
    );
  await eventually(world, async () => (await found()).length > 0);
  return (await found()).map(({ content }) => table.parse(parse(content ?? "", { columns: true })));
};

const assignments = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      user_id: z.string(),
      status: z.string(),
      reward: z.number(),
      tasks: z.array(
        z.object({
          id: z.string(),
          input_values: z.record(z.string(), z.unknown()),
          known_solutions: z.array(z.unknown()).nullish(),
        }),
      ),
      solutions: z.array(z.object({ output_values: z.record(z.string(), z.unknown()) })).nullish(),
    }),
  ),
  has_more: z.boolean(),
});

/** All suites of a pool as another program of the team reads them. */
export const suitesOf = async (world: BotWorld, poolId: string) =>
  assignments.parse(
    await world.callToloka("GET", `/assignments?pool_id=${poolId}&limit=300&sort=id`),
  ).items;

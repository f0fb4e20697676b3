import { readFileSync } from "node:fs";
import { z } from "zod";
import type { ScreenMessage } from "../../emulators/slack/screen.ts";
import type { BotWorld } from "./bot-world.ts";
import { channel, eventually } from "./shoes.ts";

/** Hours in milliseconds. */
export const hours = (count: number): number => count * 3_600_000;

const made = z.object({ id: z.string() });

/** A body of the quick start, its blanks filled in. */
const quickStart = (part: string, blanks: { readonly [name: string]: string }): object => {
  const file = new URL(`../emulators/toloka/fixtures/quickstart.${part}.req.json`, import.meta.url);
  const text = readFileSync(file, "utf8").replaceAll(
    /\{(\w+)\}/g,
    (whole, name: string) => blanks[name] ?? whole,
  );
  return z.union([z.array(z.unknown()), z.record(z.string(), z.unknown())]).parse(JSON.parse(text));
};

/** Toloka's own time, in UTC milliseconds. */
export const tolokaNow = async (world: BotWorld): Promise<number> =>
  (await world.toloka.clock()).ms;

/** Makes a project by another program than the bot and answers its number. */
export const makeProject = async (world: BotWorld): Promise<string> =>
  made.parse(await world.callToloka("POST", "/projects", quickStart("project.create", {}))).id;

/** Makes a closed pool without tasks by another program than the bot, closing so long after Toloka's now. */
export const makeEmptyPool = async (
  world: BotWorld,
  projectId: string,
  name: string,
  closesInMs: number,
): Promise<string> => {
  const closes = new Date((await tolokaNow(world)) + closesInMs);
  const body = quickStart("pool.create", {
    project_id: projectId,
    close_date: closes.toISOString().replace("Z", ""),
  });
  return made.parse(await world.callToloka("POST", "/pools", { ...body, private_name: name })).id;
};

/** Makes a closed pool with three tasks by another program than the bot and answers its number. */
export const makePool = async (
  world: BotWorld,
  name: string,
  closesInMs = hours(48),
): Promise<string> => {
  const poolId = await makeEmptyPool(world, await makeProject(world), name, closesInMs);
  await world.callToloka("POST", "/tasks", quickStart("tasks.create", { pool_id: poolId }));
  return poolId;
};

/** A run as a test follows it. */
export type Followed = { readonly poolId: string; readonly channel: string; readonly ts: string };

/** The card of a pool's run as it stands, once it is as wanted. */
export const cardOfPool = (
  world: BotWorld,
  poolId: string,
  wanted: (card: ScreenMessage) => boolean = () => true,
  where = channel,
): Promise<ScreenMessage> =>
  eventually(world, async () => {
    const messages = await world.slack.as("lena").messages(where);
    return messages.findLast(
      (message) =>
        message.fromApp &&
        !message.ephemeral &&
        message.text.includes(`pool ${poolId}`) &&
        wanted(message),
    );
  });

/** Asks for a pool's opening by the command; answers the run, which waits for an approval. */
export const askToOpen = async (
  world: BotWorld,
  poolId: string,
  where = channel,
): Promise<Followed> => {
  await world.slack.as("rita").command(where, `/toloka open ${poolId}`);
  const card = await cardOfPool(world, poolId, ({ text }) => text.includes("[Approve]"), where);
  return { poolId, channel: where, ts: card.ts };
};

/** Presses Approve on a run's card. */
export const approve = async (world: BotWorld, run: Followed): Promise<void> => {
  await world.slack.as("alan").press("Approve", { channel: run.channel, ts: run.ts });
};

/** Makes a pool, asks for its opening, approves it, and waits until its thread says that it is open. */
export const runOpen = async (
  world: BotWorld,
  name: string,
  options: { readonly closesInMs?: number; readonly channel?: string } = {},
): Promise<Followed> => {
  const poolId = await makePool(world, name, options.closesInMs);
  const run = await askToOpen(world, poolId, options.channel);
  await approve(world, run);
  await eventually(world, async () =>
    (await world.slack.as("lena").thread(run.channel, run.ts)).some((message) =>
      message.text.includes("The pool is open"),
    ),
  );
  return run;
};

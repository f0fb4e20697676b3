import { z } from "zod";
import type { BotWorld } from "./bot-world.ts";
import { storyOf, wholeStory } from "./faults.ts";
import { channel } from "./shoes.ts";

/** A run as its requester sent it. */
export type AskedRun = { readonly poolName: string; readonly projectName: string };

/** What the stand-ins' ledgers say. */
export type Verdict = {
  /** One line a broken promise, such as "I2 opened twice: pool 7"; empty when all hold. */
  readonly violations: readonly string[];
  /** Messages that came more than once. */
  readonly duplicates: number;
};

const taskPage = z.looseObject({
  items: z.array(z.looseObject({ input_values: z.looseObject({ image: z.string() }) })),
});
const projectPage = z.looseObject({
  items: z.array(z.looseObject({ public_name: z.string(), status: z.string() })),
});

/** The pictures of a run: nobody else's tasks have them. */
const picturesOf = (run: AskedRun): readonly string[] =>
  [1, 2, 3].map((index) => `https://example.com/${run.poolName.replaceAll(" ", "-")}/${index}.jpg`);

/** The file that a run uploads. */
export const fileOf = (run: AskedRun): string =>
  ["INPUT:image,TASK:overlap", ...picturesOf(run).map((picture) => `${picture},2`), ""].join("\n");

type Opening = { readonly poolId: string; readonly at: string };

/** The calls that opened a pool, those that landed late included. */
const openings = async (world: BotWorld): Promise<readonly Opening[]> => {
  const poolOf = (path: string): string | null => /\/pools\/(\d+)\/open$/.exec(path)?.[1] ?? null;
  const now = (await world.toloka.ledger()).flatMap((entry) => {
    const poolId = entry.method === "POST" ? poolOf(entry.path) : null;
    const took = entry.effect === "now" && entry.status === 202;
    return poolId !== null && took ? [{ poolId, at: entry.at }] : [];
  });
  const late = (await world.toloka.outside()).flatMap((entry) => {
    const poolId = poolOf(entry.action);
    return poolId !== null && entry.details.status === 202 ? [{ poolId, at: entry.at }] : [];
  });
  return [...now, ...late];
};

/** When a person first pressed Approve on the card of a pool, as Slack sent it. */
const approvals = async (world: BotWorld, poolName: string): Promise<readonly string[]> =>
  (await world.slack.entries("delivery"))
    .filter(
      (entry) =>
        entry.type === "block_actions" &&
        entry.outcome !== "unreachable" &&
        JSON.stringify(entry.payload.actions).includes('"action_id":"approve"') &&
        JSON.stringify(entry.payload.message).includes(poolName),
    )
    .map((entry) => entry.at);

/** Projects and pools by name: one each, and one opening after an approval. */
const judgePools = async (
  world: BotWorld,
  runs: readonly AskedRun[],
  earlier: readonly AskedRun[],
): Promise<string[]> => {
  const { pools } = await world.toloka.state();
  const opened = await openings(world);
  const projects = projectPage.parse(await world.callToloka("GET", "/projects?limit=300")).items;
  const found: string[] = [];
  for (const { poolName, projectName } of runs) {
    const mine = pools.filter((pool) => pool.private_name === poolName);
    const living = mine.filter((pool) => pool.status !== "ARCHIVED");
    const made = projects.filter(
      (project) => project.public_name === projectName && project.status !== "ARCHIVED",
    );
    if (made.length !== 1) found.push(`I2 ${made.length} projects: ${projectName}`);
    if (living.length !== 1) found.push(`I2 ${living.length} pools: ${poolName}`);
    const starts = opened.filter((each) => mine.some((pool) => pool.id === each.poolId));
    if (starts.length !== 1) found.push(`I2 opened ${starts.length} times: ${poolName}`);
    const approved = await approvals(world, poolName);
    for (const { at } of starts) {
      if (!approved.some((pressed) => pressed <= at)) found.push(`I1 not approved: ${poolName}`);
    }
  }
  const names = new Set([...runs, ...earlier].map((run) => run.poolName));
  const strange = opened.filter(({ poolId }) => {
    const pool = pools.find((each) => each.id === poolId);
    return pool === undefined || !names.has(pool.private_name);
  });
  return [...found, ...strange.map(({ poolId }) => `I1 nobody asked for pool ${poolId}`)];
};

/** Each pool holds exactly the rows of its run's file. */
const judgeTasks = async (world: BotWorld, runs: readonly AskedRun[]): Promise<string[]> => {
  const { pools } = await world.toloka.state();
  const found: string[] = [];
  for (const run of runs) {
    for (const pool of pools.filter(({ private_name }) => private_name === run.poolName)) {
      if (pool.status === "ARCHIVED" || (pool.status === "CLOSED" && pool.tasks === 0)) continue;
      const page = await world.callToloka("GET", `/tasks?pool_id=${pool.id}&limit=300`);
      const pictures = taskPage.parse(page).items.map((task) => task.input_values.image);
      const wanted = picturesOf(run);
      const lost = wanted.filter((picture) => !pictures.includes(picture)).length;
      const twice = pictures.length - new Set(pictures).size;
      const foreign = pictures.filter((picture) => !wanted.includes(picture)).length;
      if (lost + twice + foreign > 0) {
        found.push(`I3 tasks of ${run.poolName}: ${lost} lost, ${twice} twice, ${foreign} foreign`);
      }
    }
  }
  return found;
};

/** Each run has its card, and below it the whole story in order; what came twice is counted. */
const judgeWords = async (world: BotWorld, runs: readonly AskedRun[]): Promise<Verdict> => {
  const messages = await world.slack.as("lena").messages(channel);
  const violations: string[] = [];
  let duplicates = 0;
  for (const { poolName, projectName } of runs) {
    const cards = messages.filter(
      (message) =>
        message.fromApp &&
        !message.ephemeral &&
        message.threadTs === null &&
        (message.text.includes(poolName) || message.text.includes(projectName)),
    );
    const stories = await Promise.all(cards.map((card) => storyOf(world, card.ts)));
    const told = stories.flat();
    const first = told.filter((line, index) => told.indexOf(line) === index);
    if (JSON.stringify(first) !== JSON.stringify(wholeStory)) {
      violations.push(`I4 the thread of ${poolName}: ${first.join(" | ")}`);
    }
    if (!cards.some((card) => card.text.includes("*open*"))) {
      violations.push(`I4 no card shows ${poolName} open`);
    }
    duplicates += told.length - first.length + Math.max(0, cards.length - 1);
  }
  return { violations, duplicates };
};

/**
 * Judges runs that should be open by what the stand-ins recorded and hold. Knows nothing of the bot: not its
 * log, not its tables, not how it marks what it makes; runs are told apart by the names people typed.
 * `earlier` runs were judged before: their pools may be open too.
 */
export const judge = async (
  world: BotWorld,
  runs: readonly AskedRun[],
  earlier: readonly AskedRun[] = [],
): Promise<Verdict> => {
  const words = await judgeWords(world, runs);
  return {
    violations: [
      ...(await judgePools(world, runs, earlier)),
      ...(await judgeTasks(world, runs)),
      ...words.violations,
    ],
    duplicates: words.duplicates,
  };
};

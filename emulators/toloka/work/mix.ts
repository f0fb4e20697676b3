import type { Pool, Task } from "../entities.ts";
import { isObject } from "../json.ts";
import type { World } from "../world.ts";
import { completedBy, frequencyAt } from "./distribution.ts";
import { mixerFlag, mixerNumber, type TaskKind } from "./kinds.ts";
import { pickGeneral, pickKnown } from "./pick.ts";
import { indexOf } from "./pool-index.ts";
import { type Random, shuffle } from "./random.ts";

/** Nobody may take the rest for so long before an incomplete suite goes to someone who saw most of it. */
const STALL_MS = 60_000;

type Counts = { [kind in TaskKind]: number };

/**
 * The tasks of the next suite for a Toloker as `mixer_config` says; undefined when no suite can be made
 * for them. Control and training parts are complete or there is no suite; an incomplete general part is
 * handed out when the pool itself has too few tasks left, or, so that the pool can end, when its rest
 * lay idle for a while because everybody has had parts of it.
 */
export function mixSuite(
  world: World,
  pool: Pool,
  userId: string,
  at: number,
  random: Random,
): Task[] | undefined {
  const index = indexOf(world, pool);
  const counts = countsOf(world, pool, userId, at);
  const golden = pickKnown(pool, index, "golden", userId, counts.golden, random);
  if (golden.length < least(pool, "golden", counts.golden)) return undefined;
  const training = pickKnown(pool, index, "training", userId, counts.training, random);
  if (training.length < least(pool, "training", counts.training)) return undefined;
  const general = pickGeneral(pool, index, userId, counts.general, random);
  const wanted = least(pool, "real", counts.general);
  if (general.length < wanted) {
    if (general.length === 0 || !mixerFlag(pool, "force_last_assignment", true)) return undefined;
    const delay = mixerNumber(pool, "force_last_assignment_delay_seconds", 0) * 1000;
    const idle = index.active === 0 ? at - index.lastMoved : 0;
    const isLast = index.open.size() < wanted && (delay === 0 || idle >= delay);
    if (!isLast && idle < STALL_MS + delay) return undefined;
  }
  const tasks = [...general, ...golden, ...training];
  if (tasks.length === 0) return undefined;
  return mixerFlag(pool, "shuffle_tasks_in_task_suite", true) ? shuffle(tasks, random) : tasks;
}

/** The moment at which the idle rest of a pool may be given to a Toloker who got nothing at `at`. */
export function nextTry(world: World, pool: Pool, at: number): number | undefined {
  const index = indexOf(world, pool);
  if (index.open.size() === 0) return undefined;
  if (index.active > 0) return at + 2 * STALL_MS;
  const delay = mixerNumber(pool, "force_last_assignment_delay_seconds", 0) * 1000;
  const moment = index.lastMoved + 2 * STALL_MS + delay;
  return moment > at ? moment : undefined;
}

/** Whether the rest of a pool can never fill a suite: then there is nothing left to hand out. */
export function isRestTooSmall(pool: Pool, open: number): boolean {
  if (mixerFlag(pool, "force_last_assignment", true)) return open === 0;
  return open < Math.max(1, least(pool, "real", mixerNumber(pool, "real_tasks_count", 0)));
}

/** The least number of tasks of a kind: as configured, by default all of them. */
function least(pool: Pool, kind: "real" | "golden" | "training", count: number): number {
  const configured = mixerNumber(pool, `min_${kind}_tasks_count`, count);
  return Math.min(configured, count);
}

/**
 * How many tasks of each kind. With a distribution function `real_tasks_count` is the size of the whole
 * suite, and each task whose number falls on the frequency is a control or training one.
 */
function countsOf(world: World, pool: Pool, userId: string, at: number): Counts {
  const mixer = pool.body.mixer_config;
  const counts: Counts = {
    general: mixerNumber(pool, "real_tasks_count", 0),
    golden: mixerNumber(pool, "golden_tasks_count", 0),
    training: mixerNumber(pool, "training_tasks_count", 0),
  };
  const size = counts.general;
  for (const kind of ["golden", "training"] as const) {
    const distribution = isObject(mixer) ? mixer[`${kind}_task_distribution_function`] : undefined;
    if (!isObject(distribution)) continue;
    const before = completedBy(world, pool, userId, distribution, at);
    for (let step = 0; step < size; step += 1) {
      const frequency = frequencyAt(distribution, before + step);
      if (frequency === undefined || (before + step) % frequency !== 0) continue;
      if (counts.general === 0) break;
      counts.general -= 1;
      counts[kind] += 1;
    }
  }
  return counts;
}

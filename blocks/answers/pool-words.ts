import type { TaskCounts } from "../../src/domain/answer.ts";
import { closingOf } from "../../src/domain/closing.ts";
import { formatDuration } from "../../src/domain/durations.ts";
import type { Pool } from "../../src/domain/toloka.ts";
import { count, counted, dollars, quoted, short } from "../text.ts";
import { when } from "../times.ts";

/** `pool 4711 “Shoes pool 1”`. */
export const poolTitle = (pool: Pool): string =>
  `pool ${short(pool.id, 40)} ${quoted(pool.privateName)}`;

/** `OPEN`, or `CLOSED: All answers are in.`. */
export const poolState = (pool: Pool): string => {
  const status = `*${short(pool.status, 40)}*`;
  return pool.lastCloseReason === null || pool.status === "OPEN"
    ? status
    : `${status}: ${short(closingOf(pool.lastCloseReason).words, 300)}`;
};

/** When the pool closes and how long that is, by Toloka's clock. `leftMs` is negative when it is over. */
export const poolTime = (willExpire: Date, leftMs: number): string =>
  leftMs >= 0
    ? `closing time ${when(willExpire)}, in ${formatDuration(leftMs)}`
    : `closing time ${when(willExpire)}, ${formatDuration(leftMs)} ago`;

/** `3 tasks, 1 of them golden`. */
export const taskWords = (tasks: TaskCounts): string =>
  [
    counted(tasks.total, "task"),
    ...(tasks.golden > 0 ? [`${count(tasks.golden)} of them golden`] : []),
    ...(tasks.training > 0 ? [`${count(tasks.training)} for training`] : []),
    ...(tasks.infinite > 0 ? [`*${count(tasks.infinite)} without a limit of answers*`] : []),
  ].join(", ");

/** Price and size of a suite. */
export const poolPrice = (pool: Pool): string =>
  [
    `${dollars(pool.rewardMicros)} a suite`,
    ...(pool.realTasksPerSuite === null
      ? []
      : [`${counted(pool.realTasksPerSuite, "task")} a suite`]),
  ].join(" · ");

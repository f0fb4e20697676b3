import { type Check, error, generalTasks, warning } from "./check-facts.ts";
import { formatDuration } from "./durations.ts";
import { rulesOf } from "./pool-rules.ts";

const minuteMs = 60_000;
const dayMs = 86_400_000;

/** Toloka archives a closed pool after 30 idle days; an archived pool never opens again. */
const archivedAfterDays = 30;
const staleAfterDays = 25;

export const poolNotClosed: Check = ({ pool }) =>
  pool.status === "CLOSED"
    ? null
    : error(`The pool is ${pool.status}; only a closed pool can be opened.`);

export const projectArchived: Check = ({ project }) =>
  project.status === "ARCHIVED"
    ? error(`The project "${project.publicName}" is archived; its pools cannot be opened.`)
    : null;

export const emptyPool: Check = ({ tasks }) =>
  tasks.total === 0 ? error("The pool has no tasks; Toloka refuses to open it.") : null;

export const mixerMissing: Check = ({ pool }) =>
  pool.realTasksPerSuite === null
    ? error("The pool has no smart mixing (mixer_config), so uploaded tasks reach nobody.")
    : null;

export const infiniteGeneral: Check = ({ tasks }) =>
  tasks.infinite > 0
    ? error(
        `${tasks.infinite} of ${generalTasks(tasks)} general tasks have infinite overlap and would be paid for without end.`,
      )
    : null;

/** A ban would open the pool again without anybody's approval. */
export const reopenRule: Check = ({ pool }) =>
  rulesOf(pool).some((rule) => rule.actionParameters.open_pool === true)
    ? error("A quality rule has open_pool: true; it would open the pool again without an approval.")
    : null;

export const expiryPast: Check = ({ pool, now }) => {
  const leftMs = pool.willExpire.getTime() - now.getTime();
  return leftMs <= 0
    ? error(`The closing time was ${formatDuration(leftMs)} ago; move it to the future.`)
    : null;
};

export const expirySoon: Check = ({ pool, now }) => {
  const leftMs = pool.willExpire.getTime() - now.getTime();
  if (leftMs <= 0 || leftMs >= 60 * minuteMs) return null;
  const left = `The pool closes in ${formatDuration(leftMs)}`;
  return leftMs < 15 * minuteMs
    ? error(`${left}; at least 15 min must be left to open it.`)
    : warning(`${left}, which is less than an hour.`);
};

export const staleArchive: Check = ({ pool, now }) => {
  const times = [pool.created, pool.lastStarted, pool.lastStopped].filter((time) => time !== null);
  if (times.length === 0) return null;
  const latest = Math.max(...times.map((time) => time.getTime()));
  const days = Math.floor((now.getTime() - latest) / dayMs);
  return days >= staleAfterDays
    ? warning(
        `The pool has been idle for ${days} days; Toloka archives it after ${archivedAfterDays}, for good.`,
      )
    : null;
};

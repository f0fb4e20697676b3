import { type Check, error, generalTasks, warning } from "./check-facts.ts";
import { formatDuration } from "./durations.ts";
import type { TaskSummary } from "./plan.ts";
import { dynamicOverlapMax, hasQualityControl, mixOf, rulesOf } from "./pool-rules.ts";
import { termsOf } from "./pool-terms.ts";
import type { Pool } from "./toloka.ts";

/** The most answers a general task of the pool can get; 0 without general tasks of finite overlap. */
const mostAnswers = (pool: Pool, tasks: TaskSummary): number => {
  const overlaps = Object.keys(tasks.overlaps).map(Number);
  return overlaps.length === 0 ? 0 : Math.max(...overlaps, dynamicOverlapMax(pool) ?? 0);
};

export const majorityImpossible: Check = ({ pool, tasks }) => {
  const most = mostAnswers(pool, tasks);
  const thresholds = rulesOf(pool)
    .filter((rule) => rule.collector === "MAJORITY_VOTE")
    .map((rule) => rule.collectorParameters.answer_threshold)
    .filter((threshold) => typeof threshold === "number");
  const highest = Math.max(0, ...thresholds);
  return most > 0 && highest > most
    ? error(`The majority vote needs ${highest} equal answers, but a task gets at most ${most}.`)
    : null;
};

/** Control and training parts of a suite must be complete, or nobody gets the suite. */
export const goldensMissing: Check = ({ pool, tasks }) => {
  const mix = mixOf(pool);
  const short = [
    { name: "control (golden)", wanted: mix.golden, there: tasks.golden },
    { name: "training", wanted: mix.training, there: tasks.training },
  ].filter(({ wanted, there }) => there < wanted);
  return short.length === 0
    ? null
    : error(
        short
          .map(
            ({ name, wanted, there }) =>
              `Each suite needs ${wanted} ${name} tasks; the pool has ${there}.`,
          )
          .join(" "),
      );
};

/** Toloka advises control tasks of 1 % of a pool, 5 % of a small one; small is taken as under 1,000 tasks. */
export const goldensFew: Check = ({ pool, tasks }) => {
  if (mixOf(pool).golden === 0 || tasks.golden === 0) return null;
  const wantedPercent = tasks.total < 1_000 ? 5 : 1;
  const wanted = Math.ceil((tasks.total * wantedPercent) / 100);
  return tasks.golden < wanted
    ? warning(
        `${tasks.golden} control tasks among ${tasks.total}; ${wantedPercent} % would be ${wanted}.`,
      )
    : null;
};

/** Ten times as many people as the overlap wants anyway is taken as more than a crowd should need. */
const manyTimes = 10;

/** A person sees each control task once, and without one left gets no more suites. */
export const goldenStarvation: Check = ({ pool, tasks, cost }) => {
  const perSuite = mixOf(pool).golden;
  if (perSuite === 0 || tasks.golden < perSuite) return null;
  const suitesEach = Math.floor(tasks.golden / perSuite);
  const people = Math.ceil(cost.plannedAssignments / suitesEach);
  return people > manyTimes * mostAnswers(pool, tasks)
    ? warning(
        `One person runs out of control tasks after ${suitesEach} suites; ${cost.plannedAssignments} suites need at least ${people} people.`,
      )
    : null;
};

export const dynamicEarlyClose: Check = ({ pool }) =>
  dynamicOverlapMax(pool) !== null && (pool.raw.auto_close_after_complete_delay_seconds ?? 0) === 0
    ? warning(
        "Dynamic overlap with auto_close_after_complete_delay_seconds 0: the pool may close before the overlap has grown.",
      )
    : null;

export const dynamicRecompletion: Check = ({ pool }) => {
  const most = dynamicOverlapMax(pool);
  return most !== null && rulesOf(pool).some((rule) => rule.action === "CHANGE_OVERLAP")
    ? warning(
        `A rule that asks for work again lifts the dynamic overlap above its maximum of ${most}.`,
      )
    : null;
};

/** What a task is taken to need when nothing is known about it. */
const secondsPerTask = 10;
const longestSuiteMs = 300_000;

export const suiteTooLong: Check = ({ pool }) => {
  const limit = pool.raw.assignment_max_duration_seconds;
  if (typeof limit === "number" && limit < 60) {
    return warning(`A suite may take ${limit} s; Toloka recommends at least 60 s.`);
  }
  const mix = mixOf(pool);
  const count = mix.real + mix.golden + mix.training;
  const neededMs = count * secondsPerTask * 1_000;
  return neededMs > longestSuiteMs
    ? warning(
        `A suite has ${count} tasks, about ${formatDuration(neededMs)} at ${secondsPerTask} s each; people prefer at most 5 min.`,
      )
    : null;
};

export const noQuality: Check = ({ pool, tasks }) =>
  hasQualityControl(pool)
    ? null
    : warning(`No quality rule guards the ${generalTasks(tasks)} general tasks.`);

export const noFilter: Check = ({ pool }) =>
  termsOf(pool).filter === null
    ? warning("No filter: everybody on Toloka may do these tasks.")
    : null;

import { type Check, error, generalTasks, warning } from "./check-facts.ts";
import { formatMicros, type Micros } from "./money.ts";

/** Toloka's least price of a suite with general tasks, in micro-dollars. */
const floorMicros = 5_000;

const dollars = (micros: Micros): string => `${formatMicros(micros)} USD`;

export const priceFloor: Check = ({ pool, tasks }) =>
  generalTasks(tasks) > 0 && pool.rewardMicros > 0 && pool.rewardMicros < floorMicros
    ? error(
        `${dollars(pool.rewardMicros)} a suite is under Toloka's minimum of ${dollars(floorMicros)} for general tasks.`,
      )
    : null;

export const zeroPriceReal: Check = ({ pool, tasks }) =>
  generalTasks(tasks) > 0 && pool.rewardMicros <= 0
    ? error(
        `The price is 0 and ${generalTasks(tasks)} tasks are general ones; only control and training tasks may be free.`,
      )
    : null;

export const unboundedCost: Check = ({ cost }) =>
  cost.worstMicros === null
    ? warning(
        `No highest cost can be told: a rule or an infinite overlap may add answers to the planned ${cost.plannedAssignments} suites.`,
      )
    : null;

export const balanceShort: Check = ({ cost, balanceMicros, promisedMicros = 0 }) => {
  const free = balanceMicros - promisedMicros;
  const worst = cost.worstWithFeeMicros;
  const have =
    promisedMicros > 0
      ? `${dollars(balanceMicros)} of which ${dollars(promisedMicros)} are promised to open pools`
      : dollars(balanceMicros);
  if (free < cost.plannedWithFeeMicros) {
    const missing = dollars(cost.plannedWithFeeMicros - free);
    return error(
      `The plan costs ${dollars(cost.plannedWithFeeMicros)} with fee and the account has ${have}; ${missing} are missing.`,
    );
  }
  return worst !== null && free < worst
    ? warning(
        `The plan is covered, its worst case is not: ${dollars(worst)} with fee, and the account has ${have}.`,
      )
    : null;
};

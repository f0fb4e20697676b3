import { type FormInput, poolFields as fields } from "../form.ts";
import { dollarsFromMicros, formatMicros, type Micros, microsPerDollar } from "../money.ts";
import { textOf } from "./form-text.ts";
import { readDollars, readWholeNumber } from "./typed-numbers.ts";

type Notes = { [field: string]: string };

/** Toloka's least price of a suite with general tasks: 0.005 dollars. */
const leastRewardMicros: Micros = 5_000;
const muchRewardMicros: Micros = 10 * microsPerDollar;

/** The numbers of a pool; wrong ones are 0 here and named in the errors. */
export type PoolAmounts = {
  readonly rewardDollars: number;
  readonly seconds: number;
  readonly overlap: number;
  readonly real: number;
  readonly golden: number;
  readonly training: number;
};

const number = (
  input: FormInput,
  field: string,
  [min, max]: readonly [number, number],
  errors: Notes,
): number => {
  const reading = readWholeNumber(textOf(input, field), min, max);
  if (reading.ok) return reading.value;
  errors[field] = reading.message;
  return 0;
};

const optional = (input: FormInput, field: string, errors: Notes): number =>
  textOf(input, field) === "" ? 0 : number(input, field, [0, 500], errors);

const readReward = (
  input: FormInput,
  real: number,
  mostMicros: Micros | undefined,
  errors: Notes,
  warnings: Notes,
): Micros => {
  const reading = readDollars(textOf(input, fields.price));
  if (!reading.ok) {
    errors[fields.price] = reading.message;
    return 0;
  }
  const micros = reading.value;
  if (mostMicros !== undefined && micros > mostMicros) {
    errors[fields.price] = `Your limit is ${formatMicros(mostMicros)} per suite.`;
  } else if (micros === 0 && real > 0) {
    errors[fields.price] =
      "A price of 0 works for golden and training tasks only. Toloka's minimum for general tasks is 0.005 per suite.";
  } else if (micros > 0 && micros < leastRewardMicros) {
    errors[fields.price] = "Toloka's minimum for general tasks is 0.005 per suite.";
  } else if (micros > muchRewardMicros) {
    warnings[fields.price] =
      `${formatMicros(micros)} dollars per suite? Most suites cost a few cents.`;
  }
  return micros;
};

/** Reads price, time, overlap and the tasks of a suite, within Toloka's bounds for pools and smart mixing. */
export const readAmounts = (
  input: FormInput,
  mostMicros: Micros | undefined,
  errors: Notes,
  warnings: Notes,
): PoolAmounts => {
  const real = number(input, fields.realTasks, [0, 500], errors);
  const golden = optional(input, fields.goldenTasks, errors);
  const training = optional(input, fields.trainingTasks, errors);
  const micros = readReward(input, real, mostMicros, errors, warnings);
  const othersFine = errors[fields.realTasks] === undefined && errors[fields.price] === undefined;
  if (othersFine && real === 0 && (micros > 0 || golden + training === 0)) {
    errors[fields.realTasks] =
      "Type a whole number from 1 to 500. Only an unpaid pool of golden or training tasks has none.";
  }
  const seconds = number(input, fields.seconds, [5, 2_147_483_647], errors);
  if (seconds > 0 && seconds < 60) {
    warnings[fields.seconds] = "Toloka recommends at least a minute.";
  }
  const overlap = number(input, fields.overlap, [1, 30_000], errors);
  if (overlap > 10) warnings[fields.overlap] = `Overlap ${overlap}? Most tasks need 3 to 5.`;
  return { rewardDollars: dollarsFromMicros(micros), seconds, overlap, real, golden, training };
};

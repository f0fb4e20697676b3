import type { Micros } from "../src/domain/money.ts";
import type { Cost } from "../src/domain/run.ts";
import { counted, dollars } from "./text.ts";

/** The highest cost in words; without a bound it is said loudly. */
const worstWords = (cost: Cost): string =>
  cost.worstWithFeeMicros === null
    ? "*no upper bound*: a rule may add answers"
    : `at most *${dollars(cost.worstWithFeeMicros)}*`;

/** What it costs, with the fee that was assumed. Amounts are exact. */
export const costLines = (cost: Cost): string[] => [
  `Planned *${dollars(cost.plannedWithFeeMicros)}* with fee · ${worstWords(cost)} · ${counted(cost.plannedAssignments, "suite")} to pay`,
  `Of this, workers ${dollars(cost.plannedMicros)}, fee ${dollars(cost.feeMicros)}: ${cost.feePercent} % as configured, at least ${dollars(cost.minFeeMicros)} a suite`,
];

/** The balance before and after; loud when it does not suffice. */
export const balanceLine = (balanceMicros: Micros, cost: Cost | null): string => {
  if (cost === null) return `Balance ${dollars(balanceMicros)}`;
  const after = balanceMicros - cost.plannedWithFeeMicros;
  const short = after < 0 ? " · *not enough*" : "";
  return `Balance ${dollars(balanceMicros)} · after this ${dollars(after)}${short}`;
};

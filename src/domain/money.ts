/** An amount of US dollars as a whole number of micro-dollars (1 dollar = 1,000,000). */
export type Micros = number;

/** Micro-dollars in one dollar. */
export const microsPerDollar = 1_000_000;

/**
 * Reads a JSON amount in dollars (Toloka sends numbers with up to four decimals) into micro-dollars,
 * rounding away the noise of binary floating point.
 */
export const microsFromDollars = (dollars: number): Micros => Math.round(dollars * microsPerDollar);

/** Gives micro-dollars as the JSON number that Toloka expects, in dollars. */
export const dollarsFromMicros = (micros: Micros): number => micros / microsPerDollar;

/**
 * Writes micro-dollars exactly: at least two decimals, more only when they are needed
 * (`40000` -> `0.04`, `23322000` -> `23.322`, `-10400000` -> `-10.40`).
 */
export const formatMicros = (micros: Micros): string => {
  const sign = micros < 0 ? "-" : "";
  const whole = Math.trunc(Math.abs(micros) / microsPerDollar);
  const fraction = String(Math.abs(micros) % microsPerDollar).padStart(6, "0");
  return `${sign}${whole}.${fraction.replace(/0{1,4}$/, "")}`;
};

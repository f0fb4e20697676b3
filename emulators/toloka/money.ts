const MICROS = 1_000_000;

/** Dollars of the wire as integer micro-dollars. */
export function toMicros(dollars: number): number {
  return Math.round(dollars * MICROS);
}

/** Micro-dollars as dollars of the wire. */
export function toDollars(micros: number): number {
  return micros / MICROS;
}

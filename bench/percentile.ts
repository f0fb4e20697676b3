/** The value below which `share` (0 to 1) of the values lie, by nearest rank. Throws RangeError for no values. */
export const percentile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)];
  if (found === undefined) throw new RangeError("a percentile needs values");
  return found;
};

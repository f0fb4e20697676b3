const units = ["kB", "MB", "GB"] as const;

/** A size in bytes as people say it: `338 bytes`, `1.4 kB`. */
export const sizeWords = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} ${bytes === 1 ? "byte" : "bytes"}`;
  const power = Math.min(Math.floor(Math.log10(bytes) / 3), units.length);
  const amount = bytes / 1_000 ** power;
  return `${amount.toFixed(amount < 10 ? 1 : 0)} ${units[power - 1]}`;
};

/** What is shown of the rows below a table's heading: all, or the first ones. */
export const rowsWords = (shown: number, isAll: boolean): string => {
  if (isAll) return shown === 1 ? "1 row" : `${shown === 0 ? "No" : shown} rows`;
  if (shown === 0) return "The columns";
  return shown === 1 ? "The first row" : `The first ${shown} rows`;
};

/** A sum in dollars as Tolokers read it: two decimals, three where they are needed. */
export const dollars = (sum: number): string => `$${sum.toFixed(3).replace(/0$/, "")}`;

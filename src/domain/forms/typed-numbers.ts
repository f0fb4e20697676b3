import { type Micros, microsPerDollar } from "../money.ts";

/** A number as a person typed it, or what is wrong with it. */
export type TypedNumber =
  | { readonly ok: true; readonly value: number }
  | { readonly ok: false; readonly message: string };

const refused = (message: string): TypedNumber => ({ ok: false, message });

/** Full-width digits become plain ones, all kinds of spaces one space, every minus sign a hyphen. */
const plain = (text: string): string =>
  text
    .normalize("NFKC")
    .replace(/[\s\u2007\u202f]+/gu, " ")
    .replace(/[\u2212\u2013\u2014]/gu, "-")
    .trim();

/** `1 000` is one thousand; `1 00` is not a number. */
const withoutGroups = (text: string): string =>
  /^-?\d{1,3}( \d{3})+([.,]\d+)?$/u.test(text) ? text.replaceAll(" ", "") : text;

/** Reads a whole number from `min` to `max`. Digits may be grouped by spaces; nothing else is guessed. */
export const readWholeNumber = (text: string, min: number, max: number): TypedNumber => {
  const typed = withoutGroups(plain(text));
  const range = `Type a whole number from ${min} to ${max}`;
  if (typed === "") return refused(`${range}.`);
  if (/^-?\d+[.,]\d+$/u.test(typed)) {
    return refused(`${range}, without dot or comma - you have ${typed.slice(0, 30)}.`);
  }
  if (!/^-?\d+$/u.test(typed)) {
    return refused(`${range}, in digits only - you have ${typed.slice(0, 30)}.`);
  }
  const value = Number(typed);
  return value < min || value > max
    ? refused(`${range} - you have ${typed.slice(0, 30)}.`)
    : { ok: true, value: value === 0 ? 0 : value };
};

const priceExample = "Type a price in dollars such as 0.02";

/** Reads dollars with dot or comma as micro-dollars. `1,000` is refused: it may mean 1 or 1000. */
export const readDollars = (text: string): TypedNumber => {
  const typed = withoutGroups(
    plain(text)
      .replace(/^(\$|usd) ?/iu, "")
      .replace(/ ?(\$|usd)$/iu, ""),
  );
  if (typed === "") return refused(`${priceExample}.`);
  if (/^-\d/u.test(typed)) return refused(`${priceExample}; it cannot be negative.`);
  if (/^[1-9]\d{0,2}(,\d{3})+$/u.test(typed)) {
    const [whole] = typed.split(",");
    const thousands = typed.replaceAll(",", "");
    return refused(
      `${typed} may mean ${whole} or ${thousands}: type one of them without the comma.`,
    );
  }
  const parts = /^(\d{1,9})(?:[.,](\d*))?$/u.exec(typed) ?? /^()[.,](\d+)$/u.exec(typed);
  if (parts === null) return refused(`${priceExample} - you have ${typed.slice(0, 30)}.`);
  const fraction = (parts[2] ?? "").replace(/0+$/u, "");
  if (fraction.length > 4) return refused("A price has at most four decimals, for example 0.0125.");
  const micros: Micros =
    Number(parts[1] ?? "0") * microsPerDollar + Number(fraction.padEnd(6, "0"));
  return { ok: true, value: micros };
};

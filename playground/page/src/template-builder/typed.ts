/** What may be typed into a field, and the answer that it makes. */
export type Typed = { readonly words: string; readonly value: unknown };

/** A line of text: no text is no answer. */
export const typedText = (words: string): Typed => ({
  words,
  value: words === "" ? undefined : words,
});

/** A number: digits, a sign and one dot or comma, which becomes a dot; undefined while it is none. */
export const typedNumber = (typed: string): Typed => {
  const words = typed.replace(/[^\d.,-]/g, "");
  const value = Number(words.replace(",", "."));
  return { words, value: words === "" || !Number.isFinite(value) ? undefined : value };
};

/** A phone number: digits, spaces and `+()-` may be typed; digits and a leading plus are the answer. */
export const typedPhone = (typed: string): Typed => {
  const words = typed.replace(/[^\d\s+()-]/g, "");
  const digits = words.replace(/\D/g, "");
  const value = `${words.trim().startsWith("+") ? "+" : ""}${digits}`;
  return { words, value: digits === "" ? undefined : value };
};

/** Says whether a text matches a field's pattern; null when it cannot be said safely. */
export type TextPattern = (text: string) => boolean | null;

const longestText = 10_000;
const longestPattern = 500;

/** `(a+)+` and the like, alternatives under a repeat, and back-references can take exponential time. */
const isDangerous = (pattern: string): boolean => {
  const bare = pattern.replace(/\\[^\d]/gu, "x").replace(/\[[^\]]*\]/gu, "x");
  const repeats = bare.match(/[*+]|\{\d+,\}/gu)?.length ?? 0;
  const repeatedGroup = /\)(?:[*+]|\{\d+(?:,\d*)?\})/u.test(bare);
  return pattern.length > longestPattern || /\\\d/u.test(bare) || repeatedGroup || repeats > 3;
};

/**
 * Compiles a pattern of a specification. Patterns are Java's; those that JavaScript cannot read, or that
 * could run away on hostile text, answer null: then Toloka is the one that checks.
 */
export const textPattern = (pattern: string): TextPattern => {
  if (isDangerous(pattern)) return () => null;
  try {
    const expression = new RegExp(`^(?:${pattern})$`, "u");
    const repeats = pattern.match(/[*+]|\{\d+,\}/gu)?.length ?? 0;
    const longest = repeats > 1 ? longestText / 10 : longestText;
    return (text) => (text.length > longest ? null : expression.test(text));
  } catch {
    return () => null;
  }
};

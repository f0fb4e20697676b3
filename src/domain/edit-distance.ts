/**
 * Counts the edits (insert, delete, replace, swap of two neighbours) that turn one word into another:
 * Damerau-Levenshtein distance in its optimal-string-alignment form.
 */
export const editDistance = (left: string, right: string): number => {
  const a = [...left];
  const b = [...right];
  let beforePrevious: readonly number[] = [];
  let previous: readonly number[] = [...b.keys(), b.length];
  for (const [i, letter] of a.entries()) {
    const row = [i + 1];
    for (const [j, other] of b.entries()) {
      const replaced = (previous[j] ?? 0) + (letter === other ? 0 : 1);
      const inserted = (row[j] ?? 0) + 1;
      const deleted = (previous[j + 1] ?? 0) + 1;
      const isSwap = i > 0 && j > 0 && letter === b[j - 1] && a[i - 1] === other;
      const swapped = isSwap ? (beforePrevious[j - 1] ?? 0) + 1 : Number.POSITIVE_INFINITY;
      row.push(Math.min(replaced, inserted, deleted, swapped));
    }
    beforePrevious = previous;
    previous = row;
  }
  return previous[b.length] ?? 0;
};

/** The first candidate with the smallest distance of 1 to `limit` edits; null when none is that near or one is equal. */
export const nearest = (
  word: string,
  candidates: readonly string[],
  limit: number,
): string | null => {
  let best: string | null = null;
  let bestDistance = limit + 1;
  for (const candidate of candidates) {
    // A difference in length is a lower bound of the distance and much cheaper to know.
    if (Math.abs(candidate.length - word.length) > limit) continue;
    const distance = editDistance(word, candidate);
    if (distance === 0) return null;
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
};

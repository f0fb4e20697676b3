import { editDistance } from "../edit-distance.ts";

/** Pasted text may be long; only its first 100 characters are compared, so that this stays fast. */
const shortened = (word: string): string => word.slice(0, 100).toLowerCase();

/** The candidate a mistyped word most likely meant: one edit from three letters on, two from five on. */
export const closest = (word: string, candidates: Iterable<string>): string | null => {
  const allowed = word.length < 3 ? 0 : word.length < 5 ? 1 : 2;
  let best: string | null = null;
  let bestDistance = allowed + 1;
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const distance = editDistance(shortened(word), shortened(candidate));
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  return best;
};

/** A sentence such as ` Did you mean *image*?`, or nothing. */
export const didYouMean = (word: string, candidates: Iterable<string>): string => {
  const suggestion = closest(word, candidates);
  return suggestion === null ? "" : ` Did you mean *${suggestion}*?`;
};

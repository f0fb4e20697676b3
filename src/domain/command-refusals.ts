import type { Command } from "./command.ts";
import { nearest } from "./edit-distance.ts";
import type { Environment } from "./environment.ts";
import type { Refusal } from "./refusal.ts";
import { readTarget } from "./target.ts";
import { decidingWords, laterWords, type Verb, verbByWord } from "./verbs.ts";
import { typed, type Word } from "./words.ts";

/** A refused command. */
export const refused = (environment: Environment, refusal: Refusal): Command => ({
  kind: "refused",
  environment,
  refusal,
});

/** The tail of a suggestion that keeps the environment the person named; sandbox needs no word. */
export const tail = (environment: Environment): string =>
  environment === "production" ? " production" : "";

/** Words that mean an environment, for did-you-mean. */
const environmentSpellings = ["sandbox", "prod", "production"] as const;

/** The environment a word nearly names, also behind dashes; null when none. */
export const nearEnvironment = (word: Word): string | null =>
  word.quoted ? null : nearest(word.key.replace(/^-+/u, ""), environmentSpellings, 1);

const isLater = (text: string): boolean => laterWords.includes(text);

/** Known words without the single `?`, which is one edit away from every single letter. */
const offered = [...verbByWord.keys()].filter((text) => text.length > 1);

/** What the first words probably stand for: the words to write, and how many words they replace. */
const correction = (words: readonly Word[]): { text: string; count: number } | null => {
  for (const candidates of [offered, [...decidingWords, ...laterWords]]) {
    for (const count of [1, 2, 3]) {
      const first = words.slice(0, count);
      if (first.length < count || first.some((word) => word.quoted)) continue;
      const text = nearest(first.map((word) => word.key).join(" "), candidates, 1);
      if (text !== null) return { text, count };
    }
  }
  const environment = words[0] === undefined ? null : nearEnvironment(words[0]);
  return environment === null ? null : { text: environment, count: 1 };
};

/** Whether the first two words are one edit away from a verb's wording of two words (`how mch`). */
export const isNearPhrase = (words: readonly Word[]): boolean => {
  const [first, second] = words;
  if (first === undefined || second === undefined || first.quoted || second.quoted) return false;
  const phrases = offered.filter((text) => text.includes(" "));
  return nearest(`${first.key} ${second.key}`, phrases, 1) !== null;
};

/** The suggestion for a corrected text: itself when it works, else what its own refusal suggests. */
const workingSuggestion = (fixed: string, parse: (text: string) => Command): string => {
  const command = parse(fixed);
  if (command.kind !== "refused") return `/toloka ${fixed}`.trim();
  return command.refusal.suggestion ?? "/toloka help";
};

/** Refuses a first word that is no verb, with the nearest one when there is one at one edit. */
export const unknownWord = (
  words: readonly Word[],
  environment: Environment,
  parse: (text: string) => Command,
): Command => {
  const understood = `/toloka ${typed(words)}${tail(environment)}`;
  const first = words[0];
  const fix = correction(words);
  if (fix !== null) {
    const rest = typed(words.slice(fix.count));
    const fixed = `${fix.text} ${rest}`.trim() + tail(environment);
    return refused(environment, {
      understood,
      wrong: `I do not know ${typed(words.slice(0, fix.count))}.`,
      next: isLater(fix.text)
        ? `Did you mean ${fix.text}? It is not available in this version.`
        : `Did you mean ${fix.text}?`,
      suggestion: workingSuggestion(fixed, parse),
    });
  }
  const reading = first === undefined ? null : readTarget(first);
  const poolFirst = reading?.ok === true && (first?.quoted || reading.target.kind !== "name");
  return refused(environment, {
    understood,
    wrong: `I do not know ${first?.raw ?? ""}.`,
    next: poolFirst
      ? "Say what to do with the pool, for example status."
      : "Type /toloka help for all commands.",
    suggestion: poolFirst
      ? workingSuggestion(`status ${typed(words.slice(0, 1))}${tail(environment)}`, parse)
      : "/toloka help",
  });
};

/** Refuses words that a verb has no use for. `kept` is the command without them, which works. */
export const tooManyWords = (
  verb: Verb,
  kept: string,
  excess: readonly Word[],
  environment: Environment,
): Command => {
  const environmentMeant = excess.map(nearEnvironment).find((found) => found !== null);
  return refused(environment, {
    understood: `You want: ${kept}`,
    wrong: `I do not know what to do with ${typed(excess)}.`,
    next:
      environmentMeant === undefined
        ? `Leave it out, or put a name of several words in quotes. The form is ${verb.usage}.`
        : `Did you mean ${environmentMeant}?`,
    suggestion:
      environmentMeant === undefined || kept.endsWith(" production")
        ? kept
        : `${kept} ${environmentMeant}`,
  });
};

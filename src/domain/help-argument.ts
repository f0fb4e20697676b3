import type { Command } from "./command.ts";
import { refused, tail, tooManyWords } from "./command-refusals.ts";
import { nearest } from "./edit-distance.ts";
import type { Environment } from "./environment.ts";
import { laterWords, type Verb, verbByWord } from "./verbs.ts";
import { typed, type Word } from "./words.ts";

/** Reads the word after `help`: a verb or one of its aliases, also one of two words. */
export const helpCommand = (
  verb: Verb,
  words: readonly Word[],
  environment: Environment,
): Command => {
  if (words.length === 0) return { kind: "help", verb: null, environment };
  const whole = words.map((word) => word.key).join(" ");
  const found = verbByWord.get(whole);
  if (found !== undefined) return { kind: "help", verb: found.name, environment };
  const first = verbByWord.get(words[0]?.key ?? "");
  if (first !== undefined) {
    const kept = `/toloka help ${first.name}${tail(environment)}`;
    return tooManyWords(verb, kept, words.slice(1), environment);
  }
  const meant = nearest(
    whole,
    [...verbByWord.keys()].filter((text) => text.length > 1),
    1,
  );
  const isLater = laterWords.includes(whole);
  return refused(environment, {
    understood: `You want help about ${typed(words)}.`,
    wrong: isLater
      ? `${whole} is not available in this version.`
      : `There is no command ${typed(words)}.`,
    next: meant === null ? "Type /toloka help for all commands." : `Did you mean ${meant}?`,
    suggestion: meant === null || isLater ? "/toloka help" : `/toloka help ${meant}`,
  });
};

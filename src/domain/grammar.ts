import type { Command } from "./command.ts";
import { afterVerb } from "./command-arguments.ts";
import { isNearPhrase, refused, unknownWord } from "./command-refusals.ts";
import type { Environment } from "./environment.ts";
import { decidingWords, laterWords, type Verb, verbByWord } from "./verbs.ts";
import { hasForbiddenCharacters, typed, type Word, wordsOf } from "./words.ts";

/** The longest command that is read, in characters. */
export const longestCommand = 500;

const environmentWords: ReadonlyMap<string, Environment> = new Map([
  ["sandbox", "sandbox"],
  ["prod", "production"],
  ["production", "production"],
]);

/** A Mac turns `--prod` into a long dash and `prod`: any number of dashes will do. */
const environmentOf = (word: Word): Environment | undefined =>
  word.quoted ? undefined : environmentWords.get(word.key.replace(/^-+/u, ""));

/** The longest run of first words (up to three) that a test knows. */
const leading = (words: readonly Word[], knows: (text: string) => boolean): number => {
  for (const count of [3, 2, 1]) {
    const first = words.slice(0, count);
    if (first.length < count || first.some((word) => word.quoted)) continue;
    if (knows(first.map((word) => word.key).join(" "))) return count;
  }
  return 0;
};

const keysOf = (words: readonly Word[], count: number): string =>
  words
    .slice(0, count)
    .map((word) => word.key)
    .join(" ");

type Recognised =
  | { readonly kind: "verb"; readonly verb: Verb; readonly rest: readonly Word[] }
  | { readonly kind: "later" | "deciding"; readonly text: string }
  | { readonly kind: "unknown" };

/** Finds the verb; a longer wording wins, so that `show tasks` is not read as `show`. */
const recognise = (words: readonly Word[]): Recognised => {
  const known = leading(words, (text) => verbByWord.has(text));
  const later = leading(words, (text) => laterWords.includes(text));
  const verb = verbByWord.get(keysOf(words, known));
  if (verb !== undefined && known >= later) {
    return { kind: "verb", verb, rest: words.slice(known) };
  }
  if (later > 0) return { kind: "later", text: keysOf(words, later) };
  const deciding = leading(words, (text) => decidingWords.some((word) => word === text));
  return deciding > 0 ? { kind: "deciding", text: keysOf(words, deciding) } : { kind: "unknown" };
};

const readWords = (words: readonly Word[], environment: Environment): Command => {
  if (words.length === 0) return { kind: "menu", environment };
  const found = recognise(words);
  switch (found.kind) {
    case "verb": {
      const command = afterVerb(found.verb, found.rest, environment);
      return command.kind === "refused" && isNearPhrase(words)
        ? unknownWord(words, environment, interpret)
        : command;
    }
    case "later":
      return refused(environment, {
        understood: `You want to use ${found.text}.`,
        wrong: `${found.text} is not available in this version.`,
        next: "Type /toloka help for everything that is.",
        suggestion: "/toloka help",
      });
    case "deciding":
      return refused(environment, {
        understood: `You want to ${found.text} a request.`,
        wrong: "Approving happens on the card, and so does denying; no command does it.",
        next: "Find the request in its channel and press Approve or Deny there.",
        suggestion: "/toloka list requests",
      });
    case "unknown":
      return unknownWord(words, environment, interpret);
  }
};

const interpret = (text: string): Command => {
  if (text.length > longestCommand) {
    return refused("sandbox", {
      understood: `A command of ${text.length} characters.`,
      wrong: `A command has at most ${longestCommand} characters.`,
      next: "Type a shorter one; long texts belong into the forms.",
      suggestion: "/toloka new",
    });
  }
  if (hasForbiddenCharacters(text)) {
    return refused("sandbox", {
      understood: "A command with characters that cannot be seen.",
      wrong: "Control characters are not allowed, because they can hide what a command does.",
      next: "Type the command by hand instead of pasting it.",
      suggestion: "/toloka help",
    });
  }
  const words = wordsOf(text);
  const rest = words.filter((word) => environmentOf(word) === undefined);
  const named = new Set(words.map(environmentOf).filter((found) => found !== undefined));
  if (named.size > 1) {
    const fixed = interpret(typed(rest));
    return refused("sandbox", {
      understood: `You named both environments: ${text.trim()}`,
      wrong: "One command works in one environment, sandbox or production.",
      next: "Leave one of the two words out. Without either it is the sandbox.",
      suggestion: fixed.kind === "refused" ? "/toloka help" : `/toloka ${typed(rest)}`.trim(),
    });
  }
  return readWords(rest, [...named][0] ?? "sandbox");
};

/**
 * Reads the text after `/toloka`. Total: any text gives a command, a wrong one gives a refusal in three
 * parts, and nothing throws. Every suggestion of a refusal is itself a command that is not refused.
 */
export const parseCommand = (text: string): Command => {
  const command = interpret(text);
  if (command.kind !== "refused" || command.refusal.suggestion === null) return command;
  const works = interpret(command.refusal.suggestion.replace(/^\/toloka/u, "")).kind !== "refused";
  return works
    ? command
    : { ...command, refusal: { ...command.refusal, suggestion: "/toloka help" } };
};

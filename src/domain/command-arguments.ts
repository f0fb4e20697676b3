import { type Command, listNouns, newNouns, type PoolTarget } from "./command.ts";
import { nearEnvironment, refused, tail, tooManyWords } from "./command-refusals.ts";
import { nearest } from "./edit-distance.ts";
import type { Environment } from "./environment.ts";
import { helpCommand } from "./help-argument.ts";
import { readTarget } from "./target.ts";
import type { Verb } from "./verbs.ts";
import { opensQuote, typed, type Word, withoutQuotes } from "./words.ts";

const inQuotes = (words: readonly Word[]): string =>
  `"${withoutQuotes(words.map((word) => word.raw).join(" "))}"`;

/** A pool read from the first word, with the words after it; or the refusal that says why not. */
type PoolReading =
  | {
      readonly ok: true;
      readonly target: PoolTarget;
      readonly text: string;
      readonly rest: readonly Word[];
    }
  | { readonly ok: false; readonly refusal: Command };

const readPool = (verb: Verb, words: readonly Word[], environment: Environment): PoolReading => {
  // "how is pool 4711" is as good as "how is 4711".
  const skipsNoun = words.length > 1 && words[0]?.key === "pool" && !words[0].quoted;
  const [word, ...rest] = skipsNoun ? words.slice(1) : words;
  if (word === undefined) {
    return {
      ok: false,
      refusal: refused(environment, {
        understood: `You want to use ${verb.name}.`,
        wrong: "It needs a pool.",
        next: `Type ${verb.usage}, for example ${verb.examples[0]}. The list shows all pools.`,
        suggestion: `/toloka list pools${tail(environment)}`,
      }),
    };
  }
  const meant = nearEnvironment(word);
  const reading = readTarget(word);
  if (reading.ok && (meant === null || reading.target.kind !== "name")) {
    return { ok: true, target: reading.target, text: typed([word]), rest };
  }
  const instead = reading.ok
    ? inQuotes([word])
    : opensQuote(word)
      ? inQuotes([word, ...rest])
      : reading.instead;
  return {
    ok: false,
    refusal: refused(environment, {
      understood: `You want to use ${verb.name} with ${typed([word])}.`,
      wrong: reading.ok ? `I do not know ${word.raw}. Did you mean ${meant}?` : reading.wrong,
      next: reading.ok
        ? "Name the pool and correct the environment, or put quotes around it if it is a pool's name."
        : 'Give the pool as its number, "its name", this, a request code or a link to its card.',
      suggestion:
        instead === null
          ? `/toloka list pools${tail(environment)}`
          : `/toloka ${verb.name} ${instead}${tail(environment)}`,
    }),
  };
};

const poolCommand = (
  kind: "tasks" | "check" | "cost" | "open" | "results" | "status",
  verb: Verb,
  words: readonly Word[],
  environment: Environment,
): Command => {
  const pool = readPool(verb, words, environment);
  if (!pool.ok) return pool.refusal;
  if (pool.rest.length === 0) return { kind, target: pool.target, environment };
  // Several bare words are most likely one name of several words.
  const isName = pool.target.kind === "name" && !pool.text.startsWith('"');
  const meansEnvironment = pool.rest.some((word) => nearEnvironment(word) !== null);
  const text =
    isName && !meansEnvironment
      ? `"${withoutQuotes(`${pool.text} ${typed(pool.rest)}`)}"`
      : pool.text;
  const kept = `/toloka ${verb.name} ${text}${tail(environment)}`;
  return tooManyWords(verb, kept, pool.rest, environment);
};

const statusCommand = (verb: Verb, words: readonly Word[], environment: Environment): Command => {
  const [first, ...rest] = words;
  const scope = first === undefined ? "mine" : first.key;
  if (first?.quoted !== true && (scope === "mine" || scope === "all")) {
    const kept = `/toloka status ${scope}${tail(environment)}`;
    return rest.length === 0
      ? { kind: "status", target: { kind: scope }, environment }
      : tooManyWords(verb, kept, rest, environment);
  }
  const meant = first?.quoted === true ? null : nearest(scope, ["mine", "all"], 1);
  return meant === null
    ? poolCommand("status", verb, words, environment)
    : unknownNoun(verb, first, meant, environment);
};

const unknownNoun = (
  verb: Verb,
  word: Word | undefined,
  meant: string | null,
  environment: Environment,
): Command =>
  refused(environment, {
    understood: `You want to use ${verb.name}.`,
    wrong: `I do not know ${word === undefined ? "that" : typed([word])}.`,
    next: meant === null ? `Type ${verb.usage}.` : `Did you mean ${meant}?`,
    suggestion: `/toloka ${verb.name}${meant === null ? "" : ` ${meant}`}${tail(environment)}`,
  });

const newCommand = (verb: Verb, words: readonly Word[], environment: Environment): Command => {
  const [first, ...rest] = words;
  const what = first === undefined ? "run" : newNouns.find((noun) => noun === first.key);
  if (what === undefined || first?.quoted === true) {
    const environmentMeant = first === undefined ? null : nearEnvironment(first);
    const meant = environmentMeant ?? nearest(first?.key ?? "", newNouns, 1);
    return unknownNoun(verb, first, meant, environment);
  }
  const kept = `/toloka new ${what}${tail(environment)}`;
  return rest.length === 0
    ? { kind: "new", what, environment }
    : tooManyWords(verb, kept, rest, environment);
};

const listCommand = (verb: Verb, words: readonly Word[], environment: Environment): Command => {
  const [first, ...rest] = words;
  const what = listNouns.find((noun) => first?.quoted === false && noun === first.key);
  const searched = what === undefined ? words : rest;
  if (what === undefined && first !== undefined && !first.quoted) {
    const meant = nearest(first.key, listNouns, 1) ?? nearEnvironment(first);
    if (meant !== null) return unknownNoun(verb, first, meant, environment);
  }
  const search = searched.map((word) => word.raw).join(" ");
  return {
    kind: "list",
    what: what ?? "pools",
    search: search === "" ? null : search,
    environment,
  };
};

const pauseCommand = (verb: Verb, words: readonly Word[], environment: Environment): Command => {
  const pool = readPool(verb, words, environment);
  if (!pool.ok) return pool.refusal;
  const why = pool.rest.map((word) => word.raw).join(" ");
  return { kind: "pause", target: pool.target, why: why === "" ? null : why, environment };
};

/** Reads what comes after a verb. */
export const afterVerb = (
  verb: Verb,
  words: readonly Word[],
  environment: Environment,
): Command => {
  switch (verb.name) {
    case "menu":
    case "whoami":
      return words.length === 0
        ? { kind: verb.name, environment }
        : tooManyWords(verb, `/toloka ${verb.name}${tail(environment)}`, words, environment);
    case "help":
      return helpCommand(verb, words, environment);
    case "new":
      return newCommand(verb, words, environment);
    case "tasks":
    case "check":
    case "cost":
    case "open":
    case "results":
      return poolCommand(verb.name, verb, words, environment);
    case "status":
      return statusCommand(verb, words, environment);
    case "list":
      return listCommand(verb, words, environment);
    case "pause":
      return pauseCommand(verb, words, environment);
  }
};

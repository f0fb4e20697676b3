import type { types } from "@slack/bolt";
import type { Answer } from "../../src/domain/answer.ts";
import type { Environment } from "../../src/domain/environment.ts";
import { type Verb, verbByWord, verbs } from "../../src/domain/verbs.ts";
import { context, section, sections } from "../block.ts";
import { environmentTag } from "../environment-word.ts";
import { code, short } from "../text.ts";

const verbLine = (verb: Verb): string =>
  `• ${code(verb.usage, 200)} ${short(verb.description, 300)}`;

const oneVerb = (verb: Verb, environment: Environment): types.KnownBlock[] => [
  ...sections([
    `${environmentTag(environment)} ${code(verb.usage, 200)}`,
    short(verb.description, 300),
    ...verb.examples.map((example) => `For example ${code(example, 200)}`),
  ]),
  ...(verb.aliases.length === 0
    ? []
    : [context(`Also: ${verb.aliases.map((alias) => code(alias, 40)).join(", ")}`)]),
];

/** All verbs, or one with its examples. A word that is not a verb gets the list. */
export const helpBlocks = ({
  environment,
  verb: word,
}: Extract<Answer, { type: "help" }>): types.KnownBlock[] => {
  const verb = word === null ? undefined : verbByWord.get(word.toLowerCase());
  if (verb !== undefined) return oneVerb(verb, environment);
  return [
    section(
      word === null
        ? `${environmentTag(environment)} *What I understand.* Answers are private; a pool opens only by a click on its card.`
        : `${environmentTag(environment)} I do not know ${code(word, 60)}. This is what I understand:`,
    ),
    ...sections(verbs.map(verbLine)),
    context(
      "Everything is in the sandbox unless you add `production`. More about one verb: `/toloka help open`",
    ),
  ];
};

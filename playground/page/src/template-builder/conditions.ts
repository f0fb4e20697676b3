import { Validator } from "@cfworker/json-schema";
import { isObject } from "../ui/json.ts";
import { type Ask, piecesOf, subjectOf, type Verdict } from "./asking.ts";
import { metresBetween } from "./distance.ts";
import { isFilled, isSame, isTrouble, wordsOf } from "./values.ts";

type Condition = (ask: Ask) => Verdict;

const hostOf = (address: unknown): string | null =>
  typeof address === "string" && URL.canParse(address)
    ? new URL(address).hostname.replace(/^www\./, "")
    : null;

const all: Condition = (ask) => {
  const unmet = piecesOf(ask.open("conditions"))
    .map((each) => ask.judge(each))
    .filter(({ met }) => !met);
  return { met: unmet.length === 0, words: unmet.map(({ words }) => words).join(" ") };
};

const any: Condition = (ask) => {
  const verdicts = piecesOf(ask.open("conditions")).map((each) => ask.judge(each));
  const words = verdicts.map((verdict) => verdict.words).join(" Or: ");
  return { met: verdicts.some(({ met }) => met), words };
};

const not: Condition = (ask) => {
  const piece = ask.open("condition");
  const type = isObject(piece.node) ? piece.node.type : undefined;
  const words =
    type === "condition.empty" ? "This field is required." : "This answer is not allowed here.";
  return { met: !ask.judge(piece).met, words };
};

const schema: Condition = (ask) => {
  const { node } = ask.open("schema");
  const subject = subjectOf(ask);
  if (!isObject(node)) return { met: false, words: "The condition has no schema." };
  try {
    // A missing value is no JSON: it fails where the schema says what the value is.
    if (subject === undefined) {
      const isOpen = !["type", "enum", "const"].some((name) => Object.hasOwn(node, name));
      return { met: isOpen, words: "This field is required." };
    }
    const { valid, errors } = new Validator({ ...node }, "7").validate(subject);
    return {
      met: valid,
      words: `This is not a right answer. ${errors.at(-1)?.error ?? ""}`.trim(),
    };
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    return { met: false, words: `The condition's schema is broken: ${why}` };
  }
};

const sameDomain: Condition = (ask) => {
  const wanted = hostOf(ask.value("original"));
  return {
    met: wanted !== null && hostOf(subjectOf(ask)) === wanted,
    words: `The link must lead to ${wanted ?? wordsOf(ask.value("original"))}.`,
  };
};

const subArray: Condition = (ask) => {
  const [part, whole] = [subjectOf(ask), ask.value("parent")];
  const met =
    Array.isArray(part) &&
    Array.isArray(whole) &&
    part.every((each) => whole.some((other) => isSame(each, other)));
  return { met, words: "Some of these values are not among those allowed." };
};

const distance: Condition = (ask) => {
  const metres = metresBetween(ask.value("from"), ask.value("to"));
  const most = ask.value("max");
  return {
    met: metres !== null && typeof most === "number" && metres <= most,
    words: metres === null ? "The position is not known." : "This is too far from the place.",
  };
};

const playedAtLeast =
  (share: number, words: string): Condition =>
  ({ world, scope }) => {
    const played = scope.self === null ? undefined : world.played(scope.self.key);
    return { met: played !== undefined && played >= share, words };
  };

const conditions: ReadonlyMap<string, Condition> = new Map<string, Condition>([
  ["condition.all", all],
  ["condition.any", any],
  ["condition.not", not],
  [
    "condition.required",
    (ask) => ({ met: isFilled(subjectOf(ask)), words: "This field is required." }),
  ],
  [
    "condition.empty",
    (ask) => ({ met: !isFilled(subjectOf(ask)), words: "This must stay empty." }),
  ],
  [
    "condition.equals",
    (ask) => {
      const to = ask.value("to");
      return { met: isSame(subjectOf(ask), to), words: `This must be: ${wordsOf(to)}.` };
    },
  ],
  [
    "condition.link-opened",
    (ask) => {
      const url = wordsOf(ask.value("url") ?? ask.scope.self?.value);
      return { met: ask.world.isOpened(url), words: `Open the link ${url}.` };
    },
  ],
  ["condition.played", playedAtLeast(0, "Start playing it.")],
  ["condition.played-fully", playedAtLeast(1, "Play it to its end.")],
  ["condition.same-domain", sameDomain],
  ["condition.schema", schema],
  ["condition.sub-array", subArray],
  ["@yandex-toloka/condition.distance", distance],
]);

/** Whether a condition is met; the words are its own hint, or plain ones of its kind. */
export const judgeCondition = (type: string, ask: Ask): Verdict => {
  const condition = conditions.get(type);
  if (condition === undefined) {
    return { met: false, words: `${type} is not a condition that this page knows.` };
  }
  const subject = Object.hasOwn(ask.props, "data") ? ask.value("data") : undefined;
  if (isTrouble(subject))
    return { met: false, words: `The condition is broken: ${subject.words}.` };
  const verdict = condition(ask);
  const hint = wordsOf(ask.value("hint"));
  return hint === "" ? verdict : { ...verdict, words: hint };
};

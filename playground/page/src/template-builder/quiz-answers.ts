import { isObject, type JsonObject, objectOf, objectsOf, textOf } from "../ui/json.ts";
import type { PartState } from "./memory.ts";

/** A question of field.quiz. */
export type Question = { readonly key: string; readonly isDisabled: boolean } & {
  readonly question: JsonObject;
};

/** The questions of a quiz. */
export const questionsOf = (given: unknown): readonly Question[] =>
  objectsOf(given).map((question, index) => ({
    question,
    key: textOf(question.key) || String(index),
    isDisabled: question.disabled === true,
  }));

/** What a quiz remembers after an answer, and its own answer once each question has one: the first ones count. */
export const answerQuiz = (
  state: PartState,
  held: unknown,
  questions: readonly Question[],
  key: string,
  value: unknown,
): { readonly state: PartState; readonly value: JsonObject | undefined } => {
  const before = isObject(held) ? held : {};
  const answers = { ...before, ...objectOf(state.answers), [key]: value };
  const firsts: JsonObject = { [key]: value, ...objectOf(state.firsts), ...before };
  const answered = questions.filter((each) => Object.hasOwn(firsts, each.key));
  const isWhole = questions.every((each) => each.isDisabled || answered.includes(each));
  const whole = Object.fromEntries(answered.map((each) => [each.key, firsts[each.key]]));
  return { state: { answers, firsts }, value: isWhole ? whole : undefined };
};

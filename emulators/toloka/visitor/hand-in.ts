import type { FieldErrorMap } from "../errors.ts";
import type { JsonObject } from "../json.ts";
import { toDollars } from "../money.ts";
import { poolOf, submit } from "../work/assignment-steps.ts";
import type { Assignment } from "../work/entities.ts";
import { taskBodiesOf } from "../work/tasks-of.ts";
import type { World } from "../world.ts";
import { checkAnswers, type Hint, hintsFor } from "./answers.ts";

/** What became of answers: taken and paid (dollars), to be mended, or first to be learnt from. */
export type HandedIn =
  | { kind: "taken"; status: Assignment["status"]; reward: number }
  | { kind: "wrong"; errors: FieldErrorMap }
  | { kind: "hints"; hints: Hint[] };

/**
 * Hands in the visitor's answers as any Toloker's: they are held against the output fields, and a wrong answer
 * to a teaching task gets its hint first. The first attempt is what counts for the training's skill.
 */
export function handIn(
  world: World,
  work: Assignment,
  answers: readonly JsonObject[],
  at: number,
): HandedIn {
  const pool = poolOf(world, work);
  const errors = checkAnswers(pool, work.taskIds.length, answers);
  if (Object.keys(errors).length > 0) return { kind: "wrong", errors };
  const hints = hintsFor(pool, taskBodiesOf(world, work), answers);
  if (hints.length > 0) {
    const first = hints.map(({ task }): [string, JsonObject] => [
      work.taskIds[task] ?? "",
      answers[task] ?? {},
    ]);
    work.declined = { ...Object.fromEntries(first), ...work.declined };
    return { kind: "hints", hints };
  }
  submit(world, work, at, { solutions: answers });
  return { kind: "taken", status: work.status, reward: toDollars(work.reward) };
}

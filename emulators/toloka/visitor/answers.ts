import { createFieldErrors } from "../checks/fields.ts";
import { checkValues } from "../checks/values.ts";
import type { Pool } from "../entities.ts";
import type { FieldErrorMap } from "../errors.ts";
import type { JsonObject } from "../json.ts";
import { canonical } from "../quality/majority.ts";
import { kindOf, knownAnswers } from "../work/kinds.ts";

/**
 * Answers of a suite of `tasks` tasks held against the output fields; what is wrong stands at the task's place
 * and the field, as in `0.result`.
 */
export function checkAnswers(
  pool: Pool,
  tasks: number,
  answers: readonly JsonObject[],
): FieldErrorMap {
  const errors = createFieldErrors();
  if (answers.length > tasks) errors.add(String(tasks), "VALUE_NOT_ALLOWED");
  for (let index = 0; index < tasks; index += 1) {
    const values = answers[index];
    if (values === undefined) errors.add(String(index), "VALUE_REQUIRED");
    else {
      const path = String(index);
      checkValues(errors, values, pool.snapshot.output, path, { demandRequired: true });
    }
  }
  return errors.map();
}

/** A teaching task answered wrongly: its place in the suite, and what the requester says of it. */
export type Hint = { task: number; words: string };

/** Which tasks that teach were answered with none of the known answers (Toloka API, smart mixing). */
export function hintsFor(
  pool: Pool,
  bodies: readonly JsonObject[],
  answers: readonly JsonObject[],
): Hint[] {
  return bodies.flatMap((body, index) => {
    const teaches = pool.training !== undefined || kindOf(body) === "training";
    const given = answers[index] ?? {};
    if (!teaches || knownAnswers(body).some((known) => isSame(given, known))) return [];
    const words = body.message_on_unknown_solution;
    return [{ task: index, words: typeof words === "string" ? words : "" }];
  });
}

function isSame(given: JsonObject, known: JsonObject): boolean {
  return Object.entries(known).every(
    ([name, value]) => canonical(given[name]) === canonical(value),
  );
}

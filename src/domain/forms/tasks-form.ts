import { type FormInput, tasksFields as fields, type Reading } from "../form.ts";
import { listOf, textOf } from "./form-text.ts";
import { readWholeNumber } from "./typed-numbers.ts";

/** Where the rows come from. */
type TasksSource =
  | { readonly type: "file"; readonly fileId: string }
  | { readonly type: "lines"; readonly text: string };

/** What the tasks form says. */
export type TasksAnswer = {
  /** null when the form did not ask for the pool. */
  readonly poolId: string | null;
  readonly source: TasksSource;
  /** For general rows without an overlap of their own. */
  readonly defaultOverlap: number;
};

/** What the tasks form is judged by: whether it had to ask for the pool. */
export type TasksFormFacts = { readonly asksForPool: boolean };

type Notes = { [field: string]: string };

const readSource = (input: FormInput, errors: Notes): TasksSource | null => {
  const files = listOf(input, fields.file);
  const text = textOf(input, fields.lines);
  const [fileId] = files;
  if (fileId === undefined) {
    if (text !== "") return { type: "lines", text };
    errors[fields.file] = "Give a file or paste lines.";
    return null;
  }
  if (text !== "") errors[fields.file] = "Give a file or paste lines, not both.";
  else if (files.length > 1) errors[fields.file] = "Give one file at a time.";
  return { type: "file", fileId };
};

/** Reads the tasks form: exactly one of file and pasted lines, and the default overlap. */
export const readTasksForm = (
  input: FormInput,
  facts: TasksFormFacts = { asksForPool: false },
): Reading<TasksAnswer> => {
  const errors: Notes = {};
  const warnings: Notes = {};
  const pool = textOf(input, fields.pool);
  if (!/^\d{1,19}$/u.test(pool) && (facts.asksForPool || pool !== "")) {
    errors[fields.pool] = "Choose the pool the tasks are for.";
  }
  const source = readSource(input, errors);
  const overlap = readWholeNumber(textOf(input, fields.overlap), 1, 30_000);
  if (!overlap.ok) errors[fields.overlap] = overlap.message;
  else if (overlap.value > 10) {
    warnings[fields.overlap] = `Overlap ${overlap.value}? Most tasks need 3 to 5.`;
  }
  if (!overlap.ok || source === null || Object.keys(errors).length > 0) {
    return { ok: false, errors };
  }
  return {
    ok: true,
    value: { poolId: pool === "" ? null : pool, source, defaultOverlap: overlap.value },
    warnings,
  };
};

import { canonicalJson } from "../canonical.ts";
import type { Json, JsonObject } from "../json.ts";
import { type AnswerRow, isUsable } from "./answer-row.ts";

/** What was answered to one output field of one task. */
export type FieldResult = {
  /** How many answers gave it a value. */
  readonly given: number;
  /** Share of the most frequent value among those, above 0 and up to 1. */
  readonly share: number;
  /** The most frequent values: one, or several that were given equally often. */
  readonly most: readonly Json[];
};

/** What was answered to one general task, over all usable answers. */
export type TaskResult = {
  readonly taskId: string | null;
  readonly input: JsonObject;
  /** Usable answers. */
  readonly answers: number;
  readonly fields: ReadonlyMap<string, FieldResult>;
};

type Votes = Map<string, { readonly value: Json; times: number }>;
type Counted = {
  readonly taskId: string | null;
  readonly input: JsonObject;
  answers: number;
  readonly fields: Map<string, Votes>;
};

/** Collects answers and makes one result of those to the same task, in the order of their first answers. */
export type TaskResults = {
  add(row: AnswerRow): void;
  list(): readonly TaskResult[];
};

const fieldResult = (votes: Votes): FieldResult => {
  const all = [...votes.values()];
  const given = all.reduce((sum, { times }) => sum + times, 0);
  const top = Math.max(...all.map(({ times }) => times));
  const most = all.filter(({ times }) => times === top).map(({ value }) => value);
  return { given, share: top / given, most };
};

/** Starts without any answer. Equal values are equal as JSON: `1` is not `"1"`, the order of keys is nothing. */
export const createTaskResults = (): TaskResults => {
  const tasks = new Map<string, Counted>();
  return {
    add: (row) => {
      if (!isUsable(row)) return;
      const key = row.taskId ?? canonicalJson(row.input);
      const task = tasks.get(key) ?? {
        taskId: row.taskId,
        input: row.input,
        answers: 0,
        fields: new Map<string, Votes>(),
      };
      tasks.set(key, task);
      task.answers += 1;
      for (const [field, value] of Object.entries(row.output)) {
        // Toloka writes a field that was left out as null, too.
        if (value === null) continue;
        const votes: Votes = task.fields.get(field) ?? new Map();
        task.fields.set(field, votes);
        const name = canonicalJson(value);
        const vote = votes.get(name) ?? { value, times: 0 };
        votes.set(name, vote);
        vote.times += 1;
      }
    },
    list: () =>
      [...tasks.values()].map(({ fields, ...task }) => ({
        ...task,
        fields: new Map([...fields].map(([field, votes]) => [field, fieldResult(votes)])),
      })),
  };
};

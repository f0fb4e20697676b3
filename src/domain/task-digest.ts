import { canonicalJson, sha256Hex } from "./canonical.ts";
import type { Json, JsonObject } from "./json.ts";
import type { TaskRow, TaskSummary } from "./plan.ts";
import type { KnownSolution, Task } from "./toloka.ts";

/** What makes two tasks the same purchase. */
type TaskContent = {
  readonly inputValues: JsonObject;
  readonly overlap: number | null;
  readonly infinite: boolean;
  readonly knownSolutions: readonly KnownSolution[];
  readonly hint: string | null;
};

const contentOf = (task: TaskRow | Task): TaskContent =>
  "inputValues" in task
    ? { ...task, infinite: task.infiniteOverlap }
    : {
        inputValues: task.input_values,
        overlap: task.overlap ?? null,
        infinite: task.infinite_overlap ?? false,
        knownSolutions: task.known_solutions ?? [],
        hint: task.message_on_unknown_solution ?? null,
      };

/** An optional field that is left out and one that is null are the same to Toloka. */
const withoutNulls = (values: JsonObject): JsonObject =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));

const keyOf = (task: TaskContent): string => {
  const solutions: readonly Json[] = task.knownSolutions.map((solution) => ({
    output_values: withoutNulls(solution.output_values),
    correctness_weight: solution.correctness_weight ?? 1,
  }));
  return sha256Hex(
    canonicalJson({
      input_values: withoutNulls(task.inputValues),
      overlap: task.infinite ? "infinite" : task.overlap,
      known_solutions: solutions,
      message_on_unknown_solution: task.hint,
    }),
  );
};

/** The hash of a task's content: the same for a row that is to be sent and for the task read back. */
export const taskKey = (task: TaskRow | Task): string => keyOf(contentOf(task));

/** Collects tasks one by one, in any order. */
export type TaskDigest = {
  /** Counts a task and answers its key. */
  add(task: TaskRow | Task): string;
  summary(): TaskSummary;
};

/**
 * Starts the summary of a pool's tasks. Equal multisets have equal digests: the order does not matter and
 * a task that is there twice counts twice. A general task without an overlap of its own takes
 * `defaultOverlap` (`defaults.default_overlap_for_new_tasks`); without one it counts as infinite, so that
 * it is never priced too low. Keeps 64 characters a task in memory.
 */
export const createTaskDigest = (defaultOverlap: number | null = null): TaskDigest => {
  const keys: string[] = [];
  const overlaps = new Map<number, number>();
  let [golden, training, infinite] = [0, 0, 0];

  return {
    add(task) {
      const content = contentOf(task);
      const key = keyOf(content);
      keys.push(key);
      if (content.knownSolutions.length > 0) {
        if (content.hint === null) golden += 1;
        else training += 1;
        return key;
      }
      const overlap = content.infinite ? null : (content.overlap ?? defaultOverlap);
      if (overlap === null) infinite += 1;
      else overlaps.set(overlap, (overlaps.get(overlap) ?? 0) + 1);
      return key;
    },
    summary: () => ({
      total: keys.length,
      golden,
      training,
      infinite,
      overlaps: Object.fromEntries([...overlaps].toSorted(([a], [b]) => a - b)),
      digest: sha256Hex(keys.toSorted().join("")),
    }),
  };
};

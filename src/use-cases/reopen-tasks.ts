import type { Refusal } from "../domain/refusal.ts";
import type { Run } from "../domain/run.ts";
import { editable } from "./draft-access.ts";
import type { Person } from "./ports.ts";
import type { RunChange, Store } from "./store-ports.ts";

/**
 * Takes the pool's own run back to its tasks page, so that one pool keeps one card and one thread. What
 * an earlier file left behind is forgotten; the pool and its tasks are not touched.
 */
export const reopenTasks = async (
  store: Store,
  understood: string,
  person: Person,
  run: Run,
  also: RunChange = {},
): Promise<{ run: Run } | { refusal: Refusal }> => {
  if (!editable.includes(run.status)) {
    return {
      refusal: {
        understood,
        wrong: `Tasks cannot be added while the run is ${run.status}.`,
        next:
          run.status === "requested"
            ? "Take the request back on its card first."
            : "Wait until it is closed, or pause it.",
        suggestion: run.poolId === null ? null : `/toloka status ${run.poolId}`,
      },
    };
  }
  const editorIds = [...run.editorIds.filter((id) => id !== person.id), person.id];
  const changed = await store.runs.change(
    run.id,
    { version: run.version },
    {
      page: "tasks",
      editorIds,
      checkId: null,
      report: null,
      upload: null,
      leaveOutBadRows: false,
      ...also,
    },
  );
  if (changed !== null) return { run: changed };
  return {
    refusal: {
      understood,
      wrong: "Somebody else changed this run at the same moment.",
      next: "Try again.",
      suggestion: null,
    },
  };
};

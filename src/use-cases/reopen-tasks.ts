import type { Refusal } from "../domain/refusal.ts";
import type { Run, RunStatus } from "../domain/run.ts";
import { editable } from "./draft-access.ts";
import type { Person } from "./ports.ts";
import type { RunChange, Store } from "./store-ports.ts";

/** Why a run in one of these statuses takes no tasks now, and what to do about it. */
const busyWords: { readonly [Status in RunStatus]?: readonly [wrong: string, next: string] } = {
  preparing: ["The run is still being prepared.", "Wait until its card says that it is ready."],
  requested: [
    "Its opening waits for an approval, and what is approved must not change.",
    "Take the request back on its card first.",
  ],
  approved: ["It is approved and about to open.", "Wait until it is open, then pause it."],
  opening: ["It is being opened.", "Wait until it is open, then pause it."],
  open: ["The pool is open.", "Wait until it is closed, or pause it."],
};

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
    const [wrong, next] = busyWords[run.status] ?? [
      "This run takes no tasks any more.",
      "Start a new one with /toloka new tasks.",
    ];
    return {
      refusal: {
        understood,
        wrong,
        next,
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

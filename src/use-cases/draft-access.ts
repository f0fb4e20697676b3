import type { Refusal } from "../domain/refusal.ts";
import { type Run, type RunStatus, restingStatuses } from "../domain/run.ts";
import type { Person } from "./ports.ts";
import type { Store } from "./store-ports.ts";

/** Statuses in which a run's forms may be typed in. */
export const editable: readonly RunStatus[] = ["draft", ...restingStatuses];

/** Pages that may still be typed in once the pool exists. */
const poolPages = ["tasks", "report"] as const;

/**
 * The draft somebody types in, or why they may not: it must exist, be theirs and not have been sent.
 * What the form carries is only an id; everything else is read here.
 */
export const openDraft = async (
  store: Store,
  runId: string,
  person: Person,
): Promise<{ run: Run } | { refusal: Refusal }> => {
  const run = await store.runs.find(runId);
  const refuse = (wrong: string, next: string): { refusal: Refusal } => ({
    refusal: { understood: "Save this form", wrong, next, suggestion: null },
  });
  if (run === null)
    return refuse("I do not know this draft any more.", "Start again with /toloka new run.");
  if (!run.editorIds.includes(person.id)) {
    return refuse("This draft belongs to somebody else.", "Start your own with /toloka new run.");
  }
  const late = run.status !== "draft" && !poolPages.some((page) => page === run.page);
  if (late || !editable.includes(run.status)) {
    return refuse("This form was already sent.", "Its card in the channel shows how it stands.");
  }
  return { run };
};

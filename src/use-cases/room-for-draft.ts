import type { Refusal } from "../domain/refusal.ts";
import type { Run } from "../domain/run.ts";
import type { Store } from "./store-ports.ts";

/** Nothing was ever typed in it: every change makes a new version. */
const isUntouched = (run: Run, version: number): boolean => run.version === version;

/** The version of a run that was never changed. */
const firstVersion = 1;

/**
 * Makes room for one more draft of a person: at the limit a draft in which nothing was typed gives way.
 * Answers why there is no room, or null.
 */
export const makeRoom = async (
  store: Store,
  ownerId: string,
  openDrafts: number,
): Promise<Omit<Refusal, "understood"> | null> => {
  const drafts = await store.runs.draftsInTurn(ownerId);
  if (drafts.length < openDrafts) return null;
  const empty = drafts.find((draft) => isUntouched(draft, firstVersion));
  if (empty === undefined) {
    return {
      wrong: `You have ${drafts.length} open drafts, and ${openDrafts} is the most for one person.`,
      next: "Send one or delete one: the menu lists them with Resume and Delete.",
      suggestion: "/toloka",
    };
  }
  await store.runs.change(empty.id, { version: empty.version }, { status: "cancelled" });
  await store.audit.write({
    actor: ownerId,
    action: "replace-empty-draft",
    subject: empty.id,
    before: "draft",
    after: "cancelled",
  });
  return null;
};

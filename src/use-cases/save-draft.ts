import { environments } from "../domain/environment.ts";
import { type FormInput, projectFields, startFields } from "../domain/form.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { DraftPage, Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import { openDraft } from "./draft-access.ts";
import { previousPage, turnedTo } from "./draft-steps.ts";
import type { Person } from "./ports.ts";
import { Raced, unlessRaced } from "./raced.ts";
import type { RunChange, Store } from "./store-ports.ts";

/** What a press inside a form does besides keeping what was typed. */
export type DraftPress =
  | { readonly kind: "save" }
  /** A choice that changes what the page shows: environment, kind of task. */
  | { readonly kind: "choose" }
  | { readonly kind: "back" }
  /** Back from the report to the file. */
  | { readonly kind: "fix-file" }
  /** The separate decision to go on without the rows that have problems. */
  | { readonly kind: "leave-out-bad-rows" };

/** What was typed on the page, laid over what was typed before. */
export const withInput = (run: Run, page: DraftPage, input: FormInput): Run["input"] => ({
  ...run.input,
  [page]: { ...run.input[page], ...input },
});

/** What belongs to an old choice and must not stay when the choice changes. */
const forgotten = (before: FormInput, input: FormInput): FormInput => {
  const changed = (field: string): boolean =>
    input[field] !== undefined && input[field] !== before[field];
  const gone: string[] = [];
  if (changed(projectFields.kind)) {
    gone.push(projectFields.inputs, projectFields.outputs, projectFields.view);
  }
  if (changed(startFields.environment))
    gone.push(startFields.project, `${startFields.project}_label`);
  return Object.fromEntries(Object.entries(input).filter(([field]) => !gone.includes(field)));
};

/** The environment that a choice leads to; only the first page asks for it. */
const chosenEnvironment = (run: Run, page: DraftPage, input: FormInput): Run["environment"] =>
  (page === "start" ? environments : []).find((each) => each === input[startFields.environment]) ??
  run.environment;

/** Where a press leads from the page that was in front of the person. */
const turn = (run: Run, page: DraftPage, { kind }: DraftPress, input: FormInput): RunChange => {
  const shown = turnedTo(run, page);
  if (shown === null) {
    // Only the waiting for a check is ahead of its draft: going back from it ends the check.
    const stopsCheck = page === "report" && run.page === "tasks" && kind !== "save";
    return stopsCheck ? { checkId: null } : {};
  }
  switch (kind) {
    case "save":
      return { page };
    case "choose":
      return { page, environment: chosenEnvironment(run, page, input) };
    case "back":
      return { page: previousPage(shown) };
    case "fix-file":
      return { page: "tasks", checkId: null, report: null, leaveOutBadRows: false };
    case "leave-out-bad-rows":
      return { page, leaveOutBadRows: true };
  }
};

/** A press inside a form, on the page that the person had in front. */
type FormPress = {
  readonly runId: string;
  readonly page: DraftPage;
  readonly person: Person;
  readonly input: FormInput;
  readonly press: DraftPress;
};

/**
 * The draft after a press, or why it did not count. `isOutrun`: the draft had gone past this page, so nothing
 * was kept, and `run` is only what a form that still shows the page has to show.
 */
type Saved = { readonly run: Run; readonly isOutrun: boolean } | { readonly refusal: Refusal };

/** The draft as a form on an earlier page shows it after a choice; null when the page is the draft's own. */
const seenFromBehind = (run: Run, press: FormPress, typed: Run["input"]): Run | null => {
  const { page, input } = press;
  const shown = turnedTo(run, page);
  if (press.press.kind !== "choose" || shown === null || run.page === page) return null;
  return { ...shown, input: typed, environment: chosenEnvironment(run, page, input) };
};

/**
 * A choice on a page that the draft has left came too late, or from a second window: turning the draft back
 * to it would take the next page away from under the person's hands.
 */
const keep = async (store: Store, formPress: FormPress): Promise<Saved> => {
  const { runId, page, person, input, press } = formPress;
  const draft = await openDraft(store, runId, person);
  if ("refusal" in draft) return draft;
  const { run } = draft;
  const typed =
    press.kind === "choose"
      ? { ...run.input, [page]: forgotten(run.input[page] ?? {}, input) }
      : withInput(run, page, input);
  const behind = seenFromBehind(run, formPress, typed);
  if (behind !== null) return { run: behind, isOutrun: true };
  const changed = await store.runs.change(
    run.id,
    { version: run.version },
    { input: typed, ...turn(run, page, press, input) },
  );
  if (changed === null) throw new Raced();
  return { run: changed, isOutrun: false };
};

/** Keeps what was typed on the page that was shown, and turns the page where the press asks for it. */
export const saveDraft = async (deps: Deps, press: FormPress): Promise<Saved> =>
  (await unlessRaced(deps.database, (store) => keep(store, press))) ?? {
    refusal: {
      understood: "Save this form",
      wrong: "The same draft was changed somewhere else at the same moment.",
      next: "Look at the form and press again.",
      suggestion: null,
    },
  };

/** Deletes a draft that was never sent; its card, if it has one, says so. */
export const deleteDraft = async (
  deps: Deps,
  runId: string,
  person: Person,
): Promise<{ run: Run } | { refusal: Refusal }> =>
  deps.database.transaction(async (store) => {
    const draft = await openDraft(store, runId, person);
    if ("refusal" in draft) return draft;
    const changed = await store.runs.change(
      draft.run.id,
      { version: draft.run.version, status: "draft" },
      { status: "cancelled" },
    );
    if (changed === null) {
      return {
        refusal: {
          understood: "Delete this draft",
          wrong: "It was sent or changed meanwhile.",
          next: "Its card shows how it stands.",
          suggestion: null,
        },
      };
    }
    await store.audit.write({
      actor: person.id,
      action: "delete-draft",
      subject: runId,
      before: "draft",
      after: "cancelled",
    });
    if (changed.rootTs !== null) await store.jobs.send({ name: "tell-thread", runId });
    return { run: changed };
  });

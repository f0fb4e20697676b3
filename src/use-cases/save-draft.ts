import { environments } from "../domain/environment.ts";
import { type FormInput, projectFields, startFields } from "../domain/form.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { DraftPage, Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import { openDraft } from "./draft-access.ts";
import { previousPage } from "./draft-steps.ts";
import type { Person } from "./ports.ts";
import type { RunChange } from "./store-ports.ts";

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
const forgotten = (run: Run, input: FormInput): FormInput => {
  const changed = (field: string): boolean =>
    input[field] !== undefined && input[field] !== run.input[run.page]?.[field];
  const gone: string[] = [];
  if (changed(projectFields.kind)) {
    gone.push(projectFields.inputs, projectFields.outputs, projectFields.view);
  }
  if (changed(startFields.environment))
    gone.push(startFields.project, `${startFields.project}_label`);
  return Object.fromEntries(Object.entries(input).filter(([field]) => !gone.includes(field)));
};

/** The environment, when the page asks for it. */
const chosenEnvironment = (input: FormInput): RunChange => {
  const chosen = environments.find((each) => each === input[startFields.environment]);
  return chosen === undefined ? {} : { environment: chosen };
};

/** Keeps what was typed on the current page, and turns the page where the press asks for it. */
export const saveDraft = async (
  deps: Deps,
  press: {
    readonly runId: string;
    readonly person: Person;
    readonly input: FormInput;
    readonly press: DraftPress;
  },
): Promise<{ run: Run } | { refusal: Refusal }> =>
  deps.database.transaction(async (store) => {
    const draft = await openDraft(store, press.runId, press.person);
    if ("refusal" in draft) return draft;
    const { run } = draft;
    const input =
      press.press.kind === "choose"
        ? { ...run.input, [run.page]: forgotten(run, press.input) }
        : withInput(run, run.page, press.input);
    const turned: { readonly [Kind in DraftPress["kind"]]: RunChange } = {
      save: {},
      choose: chosenEnvironment(press.input),
      back: { page: previousPage(run) },
      "fix-file": { page: "tasks", report: null, leaveOutBadRows: false },
      "leave-out-bad-rows": { leaveOutBadRows: true },
    };
    const changed = await store.runs.change(
      run.id,
      { version: run.version },
      { input, ...turned[press.press.kind] },
    );
    if (changed !== null) return { run: changed };
    return {
      refusal: {
        understood: "Save this form",
        wrong: "The same draft was changed somewhere else at the same moment.",
        next: "Look at the form and press again.",
        suggestion: null,
      },
    };
  });

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

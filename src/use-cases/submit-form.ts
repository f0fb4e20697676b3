import type { FormErrors, FormInput } from "../domain/form.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { DraftPage, Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import { openDraft } from "./draft-access.ts";
import { turnedTo } from "./draft-steps.ts";
import { judgePage } from "./judge-page.ts";
import { checkIdFor } from "./keys.ts";
import type { Person } from "./ports.ts";
import { Raced, unlessRaced } from "./raced.ts";
import { reopenTasks } from "./reopen-tasks.ts";
import { withInput } from "./save-draft.ts";
import type { RunChange, Store } from "./store-ports.ts";

/** A submitted form page. */
export type Submission = {
  readonly runId: string;
  /** The page that was submitted; the draft may have moved on in another window. */
  readonly page: DraftPage;
  readonly person: Person;
  readonly input: FormInput;
  /** Slack's view id: the modal that a finished file check is painted into. */
  readonly viewId: string;
  /** Slack's trigger id, unique for this submission. */
  readonly occasion: string;
};

/** What the modal does next. What was typed is kept in every case but `refused`. */
export type SubmitOutcome =
  | { readonly kind: "errors"; readonly errors: FormErrors }
  | { readonly kind: "page"; readonly run: Run }
  | { readonly kind: "checking"; readonly run: Run }
  | { readonly kind: "sent"; readonly run: Run }
  | { readonly kind: "refused"; readonly refusal: Refusal };

const raced: SubmitOutcome = {
  kind: "refused",
  refusal: {
    understood: "Send this form",
    wrong: "The same draft was changed somewhere else at the same moment.",
    next: "Open the draft again: /toloka shows it.",
    suggestion: null,
  },
};

/** Writes the change with its audit line. Throws Raced when the draft was changed meanwhile. */
const write = async (store: Store, run: Run, person: Person, change: RunChange): Promise<Run> => {
  const changed = await store.runs.change(
    run.id,
    { version: run.version, status: run.status },
    change,
  );
  if (changed === null) throw new Raced();
  await store.audit.write({
    actor: person.id,
    action: `submit-${run.page}`,
    subject: run.id,
    before: run.status,
    after: changed.status,
  });
  return changed;
};

/** Sends the finished draft on its way: the first thing its job has to make decides the step. */
const send = async (
  store: Store,
  run: Run,
  person: Person,
  change: RunChange,
): Promise<SubmitOutcome> => {
  const ahead = { ...run, ...change };
  const makesProject = ahead.projectBody !== null && ahead.projectId === null;
  const makesPool = ahead.poolBody !== null && ahead.poolId === null;
  const step = makesProject ? "project" : makesPool ? "pool" : "upload";
  const sent = await write(store, run, person, {
    ...change,
    status: "preparing",
    step,
    trouble: null,
    request: null,
    approval: null,
    requestWhenReady: run.page === "review",
  });
  await store.jobs.send({ name: "prepare-run", runId: run.id });
  await store.jobs.send({ name: "tell-thread", runId: run.id });
  return { kind: "sent", run: sent };
};

/** Tasks for a pool that already has a run go to that run; this draft ends. */
const handOver = async (
  store: Store,
  submission: Submission,
  draft: Run,
  known: Run,
  input: Run["input"],
): Promise<SubmitOutcome> => {
  const checkId = checkIdFor(known.id, submission.occasion);
  const typed = { ...known.input, tasks: { ...input.tasks } };
  const understood = `Add tasks to pool ${known.poolId ?? ""}`;
  const taken = await reopenTasks(store, understood, submission.person, known, {
    checkId,
    input: typed,
  });
  if ("refusal" in taken) return { kind: "refused", refusal: taken.refusal };
  await write(store, draft, submission.person, { status: "cancelled" });
  await store.jobs.send({
    name: "check-file",
    runId: known.id,
    checkId,
    viewId: submission.viewId,
  });
  return { kind: "checking", run: taken.run };
};

/** Keeps the file or lines, and has them checked behind the form. */
const check = async (
  store: Store,
  submission: Submission,
  run: Run,
  change: RunChange & { readonly input: Run["input"] },
): Promise<SubmitOutcome> => {
  if (change.poolId != null && run.poolId === null) {
    const known = await store.runs.findByPool(run.environment, change.poolId);
    if (known !== null) return handOver(store, submission, run, known, change.input);
  }
  const checkId = checkIdFor(run.id, submission.occasion);
  const changed = await write(store, run, submission.person, {
    ...change,
    page: run.page,
    checkId,
    report: null,
    upload: null,
    leaveOutBadRows: false,
  });
  await store.jobs.send({ name: "check-file", runId: run.id, checkId, viewId: submission.viewId });
  return { kind: "checking", run: changed };
};

/** How the draft stands, for a form that is ahead of it. */
const asItStands = (run: Run): SubmitOutcome => {
  const isChecking = run.page === "tasks" && run.checkId !== null && run.report === null;
  return { kind: isChecking ? "checking" : "page", run };
};

const take = async (deps: Deps, store: Store, submission: Submission): Promise<SubmitOutcome> => {
  const draft = await openDraft(store, submission.runId, submission.person);
  if ("refusal" in draft) return { kind: "refused", refusal: draft.refusal };
  const input = withInput(draft.run, submission.page, submission.input);
  const run = turnedTo(draft.run, submission.page);
  const keep = async (): Promise<Run> => {
    const kept = await store.runs.change(draft.run.id, { version: draft.run.version }, { input });
    if (kept === null) throw new Raced();
    return kept;
  };
  if (run === null) return asItStands(await keep());
  const judged = judgePage(deps, { ...run, input }, submission.person);
  if (judged.kind === "errors") {
    await keep();
    return judged;
  }
  const change = { input, ...judged.change };
  if (judged.kind === "check") return check(store, submission, run, change);
  if (judged.kind === "send") return send(store, run, submission.person, change);
  const turned = await write(store, run, submission.person, { ...change, page: judged.page });
  return { kind: "page", run: turned };
};

/**
 * Takes a submitted page: keeps what was typed, judges it, and turns to the next page, starts the
 * checking of a file, or sends the finished draft on its way. All in one transaction.
 */
export const submitForm = async (deps: Deps, submission: Submission): Promise<SubmitOutcome> =>
  (await unlessRaced(deps.database, (store) => take(deps, store, submission))) ?? raced;

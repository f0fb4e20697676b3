import type { Answer } from "../domain/answer.ts";
import type { Deps } from "./deps.ts";
import type { Person } from "./ports.ts";

/** Lets a stopped run try its step again: what was done stays done, what was not is looked up first. */
export const retryRun = async (
  deps: Deps,
  click: { readonly runId: string; readonly version: number; readonly person: Person },
): Promise<Answer> =>
  deps.database.transaction(async (store): Promise<Answer> => {
    const run = await store.runs.find(click.runId);
    const refuse = (wrong: string): Answer => ({
      type: "refused",
      environment: run?.environment ?? "sandbox",
      refusal: {
        understood: "Try again",
        wrong,
        next: "The card shows how it stands now.",
        suggestion: null,
      },
      requestId: null,
    });
    if (run === null) return refuse("I do not know this run any more.");
    if (!run.editorIds.includes(click.person.id))
      return refuse("Only people who worked on this run can retry it.");
    if (run.step === null) return refuse("There is nothing to try again here.");
    const changed = await store.runs.change(
      run.id,
      { version: click.version, status: "needs_human" },
      { status: "preparing", trouble: null },
    );
    if (changed === null) return refuse("It was changed meanwhile.");
    await store.audit.write({
      actor: click.person.id,
      action: "retry",
      subject: run.id,
      before: run.status,
      after: changed.status,
    });
    await store.jobs.send({ name: "prepare-run", runId: run.id });
    await store.jobs.send({ name: "tell-thread", runId: run.id });
    return {
      type: "said",
      environment: run.environment,
      text: "Trying again. The card and its thread show how it goes.",
    };
  });

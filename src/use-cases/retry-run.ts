import type { Answer } from "../domain/answer.ts";
import { type CardPress, changeFromCard } from "./change-from-card.ts";
import type { Deps } from "./deps.ts";

/** Lets a stopped run try its step again: what was done stays done, what was not is looked up first. */
export const retryRun = (deps: Deps, press: CardPress): Promise<Answer> =>
  changeFromCard(deps, press, {
    understood: "Try again",
    action: "retry",
    subject: "run",
    refusalOf: (run) => {
      if (!run.editorIds.includes(press.person.id))
        return "Only people who worked on this run can retry it.";
      return run.step === null ? "There is nothing to try again here." : null;
    },
    from: "needs_human",
    change: { status: "preparing", trouble: null },
    tooLate: "It was changed meanwhile.",
    follow: async (store, run) => {
      await store.jobs.send({ name: "prepare-run", runId: run.id });
      await store.jobs.send({ name: "tell-thread", runId: run.id });
    },
    said: "Trying again. The card and its thread show how it goes.",
  });

import type { Answer } from "../domain/answer.ts";
import type { Run, RunStatus } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import type { Person } from "./ports.ts";
import type { RunChange, Store } from "./store-ports.ts";

/** A press on a run's card: the run, the version of the card that was pressed, and who pressed. */
export type CardPress = {
  readonly runId: string;
  readonly version: number;
  readonly person: Person;
};

/** What a press on a card does to its run, and the words for it. */
export type CardChange = {
  /** What the person asked for, for a refusal. */
  readonly understood: string;
  /** The word for the audit line. */
  readonly action: string;
  /** What the card belongs to, as in "I do not know this ... any more". */
  readonly subject: "request" | "run";
  /** Why this person may not, or why there is nothing to do; null when the change may be made. */
  readonly refusalOf: (run: Run) => string | null;
  readonly from: RunStatus;
  readonly change: RunChange;
  /** Said to whoever pressed too late. */
  readonly tooLate: string;
  /** Sends what follows, in the same transaction. */
  readonly follow: (store: Store, run: Run) => Promise<void>;
  readonly said: string;
};

/** Changes a run by a press on its card in one transaction: state, audit line and what follows, or a refusal. */
export const changeFromCard = (
  deps: Deps,
  { runId, version, person }: CardPress,
  wanted: CardChange,
): Promise<Answer> =>
  deps.database.transaction(async (store): Promise<Answer> => {
    const run = await store.runs.find(runId);
    const refuse = (wrong: string): Answer => ({
      type: "refused",
      environment: run?.environment ?? "sandbox",
      refusal: {
        understood: wanted.understood,
        wrong,
        next: "The card shows how it stands now.",
        suggestion: null,
      },
      requestId: null,
    });
    if (run === null) return refuse(`I do not know this ${wanted.subject} any more.`);
    const wrong = wanted.refusalOf(run);
    if (wrong !== null) return refuse(wrong);
    const changed = await store.runs.change(
      run.id,
      { version, status: wanted.from },
      wanted.change,
    );
    if (changed === null) return refuse(wanted.tooLate);
    await store.audit.write({
      actor: person.id,
      action: wanted.action,
      subject: run.id,
      before: run.status,
      after: changed.status,
    });
    await wanted.follow(store, run);
    return { type: "said", environment: run.environment, text: wanted.said };
  });

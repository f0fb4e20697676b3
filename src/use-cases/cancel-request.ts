import type { Answer } from "../domain/answer.ts";
import type { Deps } from "./deps.ts";
import type { Person } from "./ports.ts";
import { say } from "./say.ts";

/** Takes a request back; only who asked or owns the run may. */
export const cancelRequest = async (
  deps: Deps,
  click: { readonly runId: string; readonly version: number; readonly person: Person },
): Promise<Answer> =>
  deps.database.transaction(async (store): Promise<Answer> => {
    const run = await store.runs.find(click.runId);
    const refuse = (wrong: string): Answer => ({
      type: "refused",
      environment: run?.environment ?? "sandbox",
      refusal: {
        understood: "Take the request back",
        wrong,
        next: "The card shows how it stands now.",
        suggestion: null,
      },
      requestId: null,
    });
    if (run === null) return refuse("I do not know this request any more.");
    if (click.person.id !== run.ownerId && click.person.id !== run.request?.requestedBy) {
      return refuse("Only the person who asked can take it back. Approvers can deny it.");
    }
    const changed = await store.runs.change(
      run.id,
      { version: click.version, status: "requested" },
      { status: "cancelled" },
    );
    if (changed === null) return refuse("It was decided or changed meanwhile.");
    await store.audit.write({
      actor: click.person.id,
      action: "cancel",
      subject: run.id,
      before: run.status,
      after: changed.status,
    });
    await say(store, run.id);
    return {
      type: "said",
      environment: run.environment,
      text: "The request is taken back. Nothing was opened.",
    };
  });

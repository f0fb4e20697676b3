import type { Answer } from "../domain/answer.ts";
import { type CardPress, changeFromCard } from "./change-from-card.ts";
import type { Deps } from "./deps.ts";
import { say } from "./say.ts";

/** Takes a request back; only who asked or owns the run may. */
export const cancelRequest = (deps: Deps, press: CardPress): Promise<Answer> =>
  changeFromCard(deps, press, {
    understood: "Take the request back",
    action: "cancel",
    subject: "request",
    refusalOf: (run) =>
      press.person.id === run.ownerId || press.person.id === run.request?.requestedBy
        ? null
        : "Only the person who asked can take it back. Approvers can deny it.",
    from: "requested",
    change: { status: "cancelled" },
    tooLate: "It was decided or changed meanwhile.",
    follow: (store, run) => say(store, run.id),
    said: "The request is taken back. Nothing was opened.",
  });

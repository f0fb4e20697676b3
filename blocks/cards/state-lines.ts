import type { RunCard } from "../../src/domain/card.ts";
import { closingOf } from "../../src/domain/closing.ts";
import type { Run } from "../../src/domain/run.ts";
import { approverWords } from "../approver-words.ts";
import { hasTasks } from "../run-summary.ts";
import { stepWords } from "../status-words.ts";
import { count, mention, short } from "../text.ts";
import { when } from "../times.ts";
import { troubleLines } from "../trouble-lines.ts";

const progress = (run: Run): string[] => {
  const words = run.step === null ? "Starting" : stepWords[run.step];
  const rows =
    run.upload === null ? "" : `: ${count(run.upload.sent)} of ${count(run.upload.total)} rows`;
  return [`${words}${rows}.`];
};

const closed = (run: Run): string[] => {
  const { words, nextStep } = closingOf(run.closeReason ?? "");
  // Somebody may have pressed Pause when the pool had closed for another reason already.
  const who =
    run.pausedBy === null || run.closeReason !== "MANUAL"
      ? ""
      : ` Paused by ${mention(run.pausedBy)}.`;
  return [
    `${run.closedAt === null ? "Closed" : `Closed ${when(run.closedAt)}`}: ${short(words, 300)}${who}`,
    `*Next:* ${short(nextStep, 300)}`,
  ];
};

const denied = (run: Run): string[] =>
  run.denial === null
    ? ["The request was denied."]
    : [
        `Denied by ${mention(run.denial.userId)} ${when(run.denial.at)}: ${short(run.denial.reason ?? "", 500)}`,
      ];

const approvedBy = (run: Run): string[] =>
  run.approval === null
    ? []
    : [
        `Approved by ${mention(run.approval.userId)} ${when(run.approval.at)}: ${short(run.approval.entitlement, 200)}.`,
      ];

/** What the present state means and what comes next. */
export const stateLines = (card: RunCard): string[] => {
  const { run } = card;
  switch (run.status) {
    case "draft":
      return ["Nothing was sent to Toloka yet."];
    case "preparing":
      return progress(run);
    case "done":
      return [`Project ${short(run.projectId ?? "", 40)} exists. *Next:* make a pool in it.`];
    case "ready":
      return run.trouble === null
        ? [
            `The pool exists and is closed. *Next:* ${hasTasks(run) ? "ask for its opening" : "add tasks to it"}.`,
          ]
        : ["The pool exists and is closed; it was not opened.", ...troubleLines(run.trouble)];
    case "requested":
      return [
        approverWords(card.approvers, card.requesterMayApprove),
        ...(run.request === null
          ? []
          : [`The request waits until ${when(run.request.expiresAt)}.`]),
      ];
    case "approved":
      return [...approvedBy(run), "Everything is read from Toloka once more before it opens."];
    case "opening":
      return [...approvedBy(run), "Opening was sent; waiting for Toloka to confirm it."];
    case "open":
      return [
        run.openedAt === null ? "The pool is open." : `Open since ${when(run.openedAt)}.`,
        ...approvedBy(run),
      ];
    case "closed":
      return [...closed(run), ...approvedBy(run)];
    case "denied":
      return denied(run);
    case "void":
      return [
        "What would have been bought is not what was asked for any more, so no approval counts.",
        ...(run.trouble === null ? [] : troubleLines(run.trouble)),
      ];
    case "expired":
      return ["Nobody decided in time. Nothing was opened."];
    case "cancelled":
      return ["Taken back. Nothing was opened."];
    case "needs_human":
      return run.trouble === null
        ? ["The bot stopped and does not know why."]
        : troubleLines(run.trouble);
  }
};

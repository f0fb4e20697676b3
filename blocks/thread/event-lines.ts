import type { RunCard } from "../../src/domain/card.ts";
import { bringsResults, closingOf } from "../../src/domain/closing.ts";
import type { RunEvent } from "../../src/domain/event.ts";
import type { Run } from "../../src/domain/run.ts";
import { code, counted, dollars, mention, quoted, several, short } from "../text.ts";
import { whenText } from "../times.ts";
import { troubleLines } from "../trouble-lines.ts";
import { requestedLines } from "./requested-lines.ts";
import { resultsLines } from "./results-lines.ts";

/** The run's owner, called because there is something to do. */
const owner = (run: Run): string => mention(run.ownerId);

const openedLines = (event: Extract<RunEvent, { type: "opened" }>): string[] => {
  const details = [
    ...(event.operationId === null ? [] : [`operation ${code(event.operationId, 80)}`]),
    ...(event.balanceMicros === null ? [] : [`balance ${dollars(event.balanceMicros)}`]),
  ];
  return [
    `*The pool is open*, confirmed by Toloka. Opened ${whenText(event.at)}.`,
    ...(details.length === 0 ? [] : [details.join(" · ")]),
  ];
};

const closedLines = (event: Extract<RunEvent, { type: "closed" }>): string[] => {
  const { words, nextStep } = closingOf(event.reason);
  return [
    `*The pool is closed.* ${short(words, 300)}${event.by === null ? "" : ` Paused by ${mention(event.by)}.`}`,
    `*Next:* ${short(nextStep, 300)}`,
    ...(bringsResults(event.reason)
      ? ["The results follow here once nobody holds a suite any more."]
      : []),
    ...(event.at === null ? [] : [`Closed ${whenText(event.at)}.`]),
  ];
};

const voidLines = (run: Run, differing: readonly string[]): string[] => [
  `*The request is void:* the plan changed after it was made. ${owner(run)}, nothing was opened.`,
  differing.length === 0
    ? "Toloka's answer does not say what changed."
    : `Changed: ${several(
        differing.map((field) => code(field, 80)),
        10,
      )}.`,
  "*Next:* look at the change, then request again from the card.",
];

/** What a thread is told: the first line says what it means, the others what to do. */
export const eventLines = (card: RunCard, event: RunEvent): string[] => {
  const { run } = card;
  switch (event.type) {
    case "step-done":
      return [short(event.text, 600)];
    case "problems-file":
      return [
        `*${counted(event.problemCount, "problem")} in ${quoted(event.fileName)}.* The file beside this message lists them all: row, column, rule, value, hint.`,
        "*Next:* correct the rows and upload again, or leave them out in the form.",
      ];
    case "ready":
      return [
        `*Ready:* ${counted(event.tasks, "task")} in the pool, read back from Toloka and equal to what was sent. The pool is closed.`,
        ...(run.status === "ready" ? ["*Next:* request its opening on the card."] : []),
        `Content ${code(event.digest.slice(0, 8), 8)}`,
      ];
    case "requested":
      return requestedLines(card, event);
    case "approved":
      return [
        `*Approved* by ${mention(event.by)}: ${short(event.entitlement, 200)}.`,
        `Plan ${code(event.hash.slice(0, 8), 8)}. It opens after a last look at Toloka.`,
      ];
    case "denied":
      return [
        `*Denied* by ${mention(event.by)}: ${short(event.reason, 500)}`,
        `*Next:* ${owner(run)}, change what is asked for and request again from the card.`,
      ];
    case "expired-request":
      return [
        `*Request ${short(event.code, 20)} expired:* nobody decided in time. Nothing was opened.`,
        `*Next:* ${owner(run)}, request again from the card.`,
      ];
    case "void":
      return voidLines(run, event.differing);
    case "not-requested":
      return [
        `*No approval was asked for.* ${owner(run)}, the pool cannot be opened as it is:`,
        ...troubleLines(event.trouble),
      ];
    case "not-opened":
      return [
        `*Approved, but not opened.* ${owner(run)}, this is why:`,
        ...troubleLines(event.trouble),
      ];
    case "opened":
      return openedLines(event);
    case "opened-outside":
      return [
        `*This pool was opened outside this bot* (Toloka's page or another key)${event.at === null ? "" : `, ${whenText(event.at)}`}. ${owner(run)}, no approval was given here.`,
        "*Next:* pause it if nobody meant to open it.",
      ];
    case "reopened":
      return [
        `*Open again after an edit outside this bot*${event.at === null ? "" : `, ${whenText(event.at)}`}: its 15 minutes were over, or somebody opened it. ${owner(run)}, what it buys may have changed.`,
        "*Next:* see `/toloka status`; pause it if it should stay closed.",
      ];
    case "expiring":
      return [
        `*Closes in less than ${short(event.level, 30)}*, ${whenText(event.willExpire)}. ${owner(run)}, answers that are missing then stay missing.`,
        "*Next:* let it close, or move the closing time on Toloka's page.",
      ];
    case "closed":
      return closedLines(event);
    case "results":
      return resultsLines(event.results, event.by);
    case "no-results":
      return [
        `*The results could not be read.* ${mention(event.by ?? run.ownerId)}, this is why:`,
        ...troubleLines(event.trouble),
      ];
    case "pausing":
      return [
        `*Pausing:* ${mention(event.by)} closes the pool; waiting for Toloka to confirm it.`,
        ...(event.why === null ? [] : [`*Reason:* ${short(event.why, 500)}`]),
      ];
    case "toloka-silent":
      return [
        `*Toloka does not answer* since ${whenText(event.since)}. This run waits; nothing is lost, and I go on by myself when it is back.`,
        `*Next:* nothing to do. code ${code(event.code, 80)}`,
      ];
    case "toloka-back":
      return [`*Toloka answers again.* It was silent from ${whenText(event.since)}; I go on.`];
    case "waiting":
      return [
        `*Waiting for Toloka's quota:* I go on by myself at ${whenText(event.until)}.`,
        `*Next:* nothing to do. code ${code(event.code, 80)}`,
      ];
    case "needs-human":
      return [`*Stopped.* ${owner(run)}, a person must look:`, ...troubleLines(event.trouble)];
  }
};

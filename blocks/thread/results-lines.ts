import type { Results } from "../../src/domain/results/results.ts";
import type { SuiteCounts } from "../../src/domain/results/summary.ts";
import { count, counted, dollars, mention, short } from "../text.ts";

/** At most so many output fields are told. */
const fields = 5;

/** In whole percent; only what is whole is 100. */
const percent = (share: number): string =>
  `${share === 1 ? 100 : Math.min(Math.round(share * 100), 99)} %`;

const headLine = ({ isInterim, answers, tasks, suites, signed }: Results): string => {
  const title = isInterim ? "Results so far" : "Results";
  if (answers === 0) {
    const why = suites.rejected > 0 ? " (rejected work does not)" : "";
    return `*${title}:* no answer that counts has come in${why}.`;
  }
  // Tasks that were added after the approval make more than were approved.
  const isPart = signed !== null && !isInterim && tasks !== null && tasks <= signed.tasks;
  const to =
    tasks === null
      ? ""
      : isPart
        ? ` to ${count(tasks)} of ${counted(signed.tasks, "task")}`
        : ` to ${counted(tasks, "task")}`;
  return `*${title}:* ${counted(answers, "answer")}${to} from ${counted(suites.workers, "worker")}.`;
};

const moneyLine = ({ suites, fee, isInterim }: Results): string => {
  const paid =
    suites.accepted === 0
      ? `*Paid:* nothing${isInterim || suites.submitted > 0 ? " so far" : ""}`
      : `*Paid:* ${dollars(suites.paidMicros)} for ${counted(suites.accepted, "accepted suite")}`;
  const waiting =
    suites.submitted === 0
      ? ""
      : ` · ${dollars(suites.waitingMicros)} more once ${counted(suites.submitted, "suite")} that ${suites.submitted === 1 ? "waits" : "wait"} for review ${suites.submitted === 1 ? "is" : "are"} accepted`;
  const assumed =
    suites.accepted + suites.submitted === 0
      ? ""
      : `, with a fee of ${fee.percent} % as configured, at least ${dollars(fee.minMicros)} a suite`;
  return `${paid}${waiting}${assumed}.`;
};

/** What was approved beside what came, and why the two differ. */
const signedLines = ({ signed, suites, isInterim }: Results): string[] => {
  if (signed === null) return [];
  const missing = signed.suites - suites.accepted - suites.submitted - suites.rejected;
  const worst =
    signed.worstMicros === null ? "no upper bound" : `at most ${dollars(signed.worstMicros)}`;
  const still = missing === 1 ? "is still to come" : "are still to come";
  const why =
    missing > 0
      ? ` ${counted(missing, "suite")} of ${count(signed.suites)} ${isInterim ? still : "did not come in"}.`
      : missing < 0
        ? ` ${counted(-missing, "suite")} more than planned came in.`
        : "";
  return [`*Approved:* ${dollars(signed.plannedMicros)} planned, ${worst}.${why}`];
};

const othersLine = (suites: SuiteCounts): string[] => {
  const others = [
    [suites.rejected, "rejected (not paid)"],
    [suites.skipped, "skipped"],
    [suites.expired, "ran out of time"],
    [suites.active, "still in a worker's hands"],
    [suites.other, "in a status that I do not know"],
  ] as const;
  const told = others.filter(([times]) => times > 0);
  return told.length === 0
    ? []
    : [`Other suites: ${told.map(([times, what]) => `${count(times)} ${what}`).join(", ")}.`];
};

const agreementLines = ({ agreement, suites, answers }: Results): string[] => {
  const spent = suites.paidMicros + suites.waitingMicros;
  const each =
    answers > 0 && spent > 0
      ? [
          `${spent % answers === 0 ? "" : "about "}${dollars(Math.round(spent / answers))} an answer`,
        ]
      : [];
  const told = agreement
    .slice(0, fields)
    .map(
      ({ field, share, tasks }) =>
        `${short(field, 60)} ${percent(share)} (${counted(tasks, "task")} with two answers or more)`,
    );
  const rest = agreement.length - fields;
  const more = rest > 0 ? [`and ${count(rest)} more ${rest === 1 ? "field" : "fields"}`] : [];
  const words = [...told, ...more].join(", ");
  const parts = [...(words === "" ? [] : [`*Agreement:* ${words}`]), ...each];
  return parts.length === 0 ? [] : [`${parts.join(" · ")}.`];
};

const filesLine = ({ files, answers, suites }: Results): string => {
  if (files !== null) {
    const majority =
      answers === 0
        ? ""
        : ", and the most frequent answer to each task (majority; ties are marked)";
    return `*Below:* every answer (raw)${majority}. Workers are numbered, not named.`;
  }
  return answers === 0 && suites.rejected === 0
    ? "There is nothing to put into a file."
    : "*Next:* download the answers on Toloka's page: there are too many for a file here.";
};

/** What came out of a pool: answers, money, agreement, files. Amounts are exact but for the fee, which is assumed. */
export const resultsLines = (results: Results, by: string | null): string[] => [
  headLine(results),
  moneyLine(results),
  ...signedLines(results),
  ...othersLine(results.suites),
  ...agreementLines(results),
  filesLine(results),
  ...(by === null ? [] : [`Asked for by ${mention(by)}.`]),
];

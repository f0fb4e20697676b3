import type { types } from "@slack/bolt";
import type { Run } from "../src/domain/run.ts";
import { button, confirm } from "./block.ts";
import { environmentWord } from "./environment-word.ts";
import { actions, environmentValue, runValue } from "./ids.ts";
import { hasTasks, runName } from "./run-summary.ts";
import { cut, dollars, oneLine } from "./text.ts";

const plainName = (run: Run): string => `"${cut(oneLine(runName(run)), 80)}"`;

/** Names the amount, the pool and the environment once more before money can flow. */
const approveConfirm = (run: Run): types.ConfirmationDialog => {
  const cost = run.request?.cost;
  const worst =
    cost === undefined || cost.worstWithFeeMicros === null
      ? "no upper bound"
      : `at most ${dollars(cost.worstWithFeeMicros)}`;
  const amount =
    cost === undefined ? "" : ` Planned ${dollars(cost.plannedWithFeeMicros)} with fee, ${worst}.`;
  return confirm(
    "Approve and open?",
    `${environmentWord(run.environment)}: opens ${plainName(run)}.${amount}`,
    "Approve",
    "Not yet",
    "primary",
  );
};

const pauseConfirm = (run: Run): types.ConfirmationDialog =>
  confirm(
    "Pause the pool?",
    `${environmentWord(run.environment)}: closes ${plainName(run)} now. Workers who already have a suite may finish it. Opening again needs an approval.`,
    "Pause",
    "Keep it open",
    "danger",
  );

const deleteConfirm = (run: Run): types.ConfirmationDialog =>
  confirm(
    "Delete the draft?",
    `${plainName(run)}: what was typed is thrown away. Nothing was sent to Toloka.`,
    "Delete",
    "Keep it",
    "danger",
  );

const ask = (run: Run, words: string, first: boolean): types.Button =>
  button(words, actions.requestOpening, runValue(run), first ? { style: "primary" } : {});

const addTasks = (run: Run): types.Button => button("Add tasks", actions.addTasks, runValue(run));

/** The pause button of a run's card and of the alarms in its thread. */
export const pauseButton = (run: Run): types.Button =>
  button("Pause", actions.pause, runValue(run), { style: "danger", confirm: pauseConfirm(run) });

/** What can be done with a run in its present state. Values hold the run's id and version only. */
export const cardButtons = (run: Run): types.Button[] => {
  switch (run.status) {
    case "draft":
      return [
        button("Resume", actions.resumeDraft, runValue(run), { style: "primary" }),
        button("Delete", actions.deleteDraft, runValue(run), { confirm: deleteConfirm(run) }),
      ];
    case "done":
      return [button("New pool", actions.newPool, environmentValue(run.environment))];
    case "ready":
      return hasTasks(run)
        ? [ask(run, "Request opening", true), addTasks(run)]
        : [addTasks(run), ask(run, "Request opening", false)];
    case "requested":
      return [
        button("Approve", actions.approve, runValue(run), {
          style: "primary",
          confirm: approveConfirm(run),
        }),
        button("Deny", actions.deny, runValue(run), { style: "danger" }),
        button("Cancel request", actions.cancelRequest, runValue(run)),
      ];
    case "open":
      return [pauseButton(run)];
    case "closed":
      return [ask(run, "Request opening", false), addTasks(run)];
    case "denied":
    case "void":
    case "expired":
      return [ask(run, "Request again", true)];
    case "cancelled":
      return run.poolId === null ? [] : [ask(run, "Request opening", false)];
    case "needs_human":
      return [button("Try again", actions.retry, runValue(run), { style: "primary" })];
    case "preparing":
    case "approved":
    case "opening":
      return [];
  }
};

import { answerMessage } from "../../blocks/answer.ts";
import { denyForm } from "../../blocks/deny-form.ts";
import { directNotice } from "../../blocks/direct-notice.ts";
import { runCard } from "../../blocks/run-card.ts";
import { runForm } from "../../blocks/run-form.ts";
import { messageForm, skeletonForm } from "../../blocks/skeleton-form.ts";
import { threadMessage } from "../../blocks/thread-message.ts";
import { objectsOf } from "../../emulators/slack/json.ts";
import { carriedState, stateValues } from "../../emulators/slack/modals/element-state.ts";
import { closeReasons } from "../../src/domain/closing.ts";
import { draftPages, runKinds, runStatuses } from "../../src/domain/run.ts";
import { answers } from "./answers.ts";
import { blocksMessage, elementsForm } from "./element-samples.ts";
import { events, notices } from "./events.ts";
import { card, cost, facts, friday, projectBody, report, run, stored, trouble } from "./samples.ts";

/** One drawing of the gallery: what is sent to Slack, and the surface it is drawn on. */
export type Exhibit = {
  readonly name: string;
  readonly surface: "message" | "modal";
  readonly payload: object;
  /** What its elements hold before anybody touches them, as `state.values`. */
  readonly values: object;
};

/** Exhibits under one heading. */
export type Section = { readonly title: string; readonly exhibits: readonly Exhibit[] };

const decision = { userId: "UANNA", at: friday, entitlement: "named in the policy", reason: "no" };

/** A run that has been through everything; the card shows what its state calls for. */
const full = {
  ...{ report, trouble, projectBody, openedAt: friday, closedAt: friday },
  ...{ approval: decision, denial: decision },
};

type WithBlocks = { readonly blocks: unknown };

const untouched = ({ blocks }: WithBlocks): object => {
  const list = objectsOf(blocks);
  return stateValues(list, carriedState(list, new Map(), undefined));
};

const message = (name: string, payload: object): Exhibit => ({
  ...{ name, surface: "message", payload, values: {} },
});
const modal = (name: string, payload: WithBlocks): Exhibit => ({
  ...{ name, surface: "modal", payload, values: untouched(payload) },
});

const filled = { cost, balanceMicros: 120_000_000 };

const forms = draftPages.flatMap((page) =>
  runKinds.map((kind) =>
    modal(
      `${page}, for ${kind}`,
      runForm(run({ page, kind, report, projectBody, status: "draft" }), facts(filled)),
    ),
  ),
);

/** What the bot sends, made by the functions that it sends it with; times are fixed. */
export const gallery = (): readonly Section[] => [
  {
    title: "The run's card, by state",
    exhibits: runStatuses.map((status) =>
      message(status, runCard(card({ ...full, status, closeReason: "COMPLETED" }))),
    ),
  },
  {
    title: "The run's card, by what closed the pool",
    exhibits: closeReasons.map((closeReason) =>
      message(closeReason, runCard(card({ ...full, status: "closed", closeReason }))),
    ),
  },
  {
    title: "The run's thread",
    exhibits: Object.values(events).map((event) =>
      message(event.type, threadMessage(card(full), stored(event))),
    ),
  },
  {
    title: "Private answers",
    exhibits: Object.values(answers).map((answer) => message(answer.type, answerMessage(answer))),
  },
  {
    title: "Direct messages",
    exhibits: Object.values(notices).map((notice) => message(notice.type, directNotice(notice))),
  },
  { title: "The run's form", exhibits: forms },
  {
    title: "Small forms",
    exhibits: [
      modal("deny", denyForm({ runId: "run-1", version: 7, poolName: "Shoes pool 1" })),
      modal("loading", skeletonForm("New run", "Reading your drafts")),
      modal("refusal", messageForm("Not possible", "The run was approved in the meantime.")),
    ],
  },
  {
    title: "Block Kit",
    exhibits: [message("blocks", blocksMessage), modal("elements", elementsForm)],
  },
];

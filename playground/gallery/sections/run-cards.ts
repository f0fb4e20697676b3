import { runCard } from "../../../blocks/run-card.ts";
import type { RunCard } from "../../../src/domain/card.ts";
import { closeReasons } from "../../../src/domain/closing.ts";
import { prepareSteps, type Run, runKinds, runStatuses } from "../../../src/domain/run.ts";
import { type Exhibit, message, type Section } from "../exhibit.ts";
import { full, nothingYet } from "../run-samples.ts";
import { card, friday, projectBody, request, trouble } from "../samples.ts";

const shown = (name: string, changes: Partial<Run>, facts: Partial<RunCard> = {}): Exhibit =>
  message(name, runCard(card({ ...full, ...changes }, facts)));

const withTasks = (changes: Partial<typeof request.plan.tasks>): Run["request"] => ({
  ...request,
  plan: { ...request.plan, tasks: { ...request.plan.tasks, ...changes } },
});

/** Cards by the run's state, and what they show on the way to an opening. */
export const cardSections: readonly Section[] = [
  {
    title: "The run's card, by state",
    exhibits: runStatuses.map((status) => shown(status, { status, closeReason: "COMPLETED" })),
  },
  {
    title: "The run's card, before anything is known",
    exhibits: [
      ...runKinds.map((kind) => shown(`draft for ${kind}`, { ...nothingYet, kind })),
      shown("draft of a named project", {
        ...nothingYet,
        input: { project: { public_name: "Categories of shoes" } },
      }),
      shown("draft of a project that was typed in", { ...nothingYet, projectBody }),
      shown("adopted pool without a name", { ...nothingYet, status: "ready", poolId: "4711" }),
      shown("cancelled before there was a pool", { ...nothingYet, status: "cancelled" }),
      shown("project without a number", { ...nothingYet, status: "done" }),
    ],
  },
  {
    title: "The run's card, being prepared",
    exhibits: [
      shown("starting", { ...nothingYet, status: "preparing" }),
      ...prepareSteps.map((step) =>
        shown(step, { ...nothingYet, status: "preparing", step, upload: null }),
      ),
      shown("half of the rows are sent", {
        ...nothingYet,
        ...{ status: "preparing", step: "upload", upload: { sent: 1500, total: 3000, chunks: 3 } },
      }),
      shown("ready, without tasks", { ...nothingYet, status: "ready", poolId: "4711" }),
      shown("ready, with tasks", { status: "ready", request: null, trouble: null }),
      shown("ready, its file is forgotten", {
        ...{ ...nothingYet, status: "ready", poolId: "4711" },
        upload: { sent: 3, total: 3, chunks: 1 },
      }),
      shown("ready, its opening failed", { status: "ready", trouble }),
    ],
  },
  {
    title: "The run's card, by what closed the pool",
    exhibits: [
      ...closeReasons.map((closeReason) => shown(closeReason, { status: "closed", closeReason })),
      shown("paused by somebody", { status: "closed", closeReason: "MANUAL", pausedBy: "UOLGA" }),
      shown("for a reason that is not known", { status: "closed", closeReason: "RAINED_OFF" }),
      shown("at a time that is not known", { status: "closed", closeReason: null, closedAt: null }),
    ],
  },
  {
    title: "The run's card, odd ends",
    exhibits: [
      shown("opened outside this bot", { status: "open", openedAt: null, approval: null }),
      shown("in production", { status: "open", environment: "production" }),
      shown("with a link", { status: "open" }, { tolokaPage: "https://toloka.example/pool/4711" }),
      shown("with an address that is no link", { status: "open" }, { tolokaPage: "toloka/4711" }),
      shown("requested, nothing is known", { ...nothingYet, status: "requested" }),
      shown("denied, nobody knows by whom", { status: "denied", denial: null }),
      shown("denied without a word", {
        status: "denied",
        denial: { userId: "UANNA", at: friday, entitlement: "", reason: null },
      }),
      shown("void, nothing is known", { status: "void", trouble: null }),
      shown("stopped, nothing is known", { status: "needs_human", trouble: null }),
      shown("a price that is no number", {
        ...{ status: "requested", poolBody: null },
        request: { ...request, plan: { ...request.plan, terms: {} } },
      }),
      shown("requested, golden tasks", {
        request: withTasks({ golden: 150, overlaps: { 1: 2, 5: 3 } }),
      }),
      shown("requested, tasks without a limit", {
        request: withTasks({ infinite: 2, overlaps: {} }),
      }),
    ],
  },
];

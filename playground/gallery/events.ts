import type { RunEvent } from "../../src/domain/event.ts";
import type { DirectNotice } from "../../src/domain/notice.ts";
import { results } from "./results-samples.ts";
import { cost, friday, trouble } from "./samples.ts";

const at = friday.toISOString();
const warnings = [
  { name: "no-filter", level: "warning", message: "Everybody may answer." },
] as const;

/** One event of each type. */
export const events: { readonly [T in RunEvent["type"]]: Extract<RunEvent, { type: T }> } = {
  "step-done": {
    type: "step-done",
    step: "pool",
    text: "Pool 4711 was created. It stays closed until an opening is approved.",
  },
  "problems-file": {
    type: "problems-file",
    fileName: "shoes.csv",
    problemCount: 12,
    checkId: "check-1",
  },
  ready: { type: "ready", tasks: 3, digest: "d1d1d1d1d1" },
  requested: {
    type: "requested",
    by: "URITA",
    code: "REQ-7F3K",
    cost,
    balanceMicros: 120_000_000,
    hash: "9c41e2aa7b",
    warnings,
    reason: "Batch 14",
    mention: ["UANNA"],
    mentionGroups: ["SLEADS"],
  },
  approved: {
    type: "approved",
    by: "UANNA",
    entitlement: "named in the policy",
    hash: "9c41e2aa7b",
  },
  denied: { type: "denied", by: "UANNA", reason: "Too expensive for a trial" },
  "expired-request": { type: "expired-request", code: "REQ-7F3K" },
  void: { type: "void", differing: ["reward_per_assignment"] },
  "not-requested": { type: "not-requested", trouble },
  "not-opened": { type: "not-opened", trouble },
  opened: { type: "opened", at, operationId: "57068", balanceMicros: 120_000_000 },
  "opened-outside": { type: "opened-outside", at },
  reopened: { type: "reopened", at },
  expiring: { type: "expiring", level: "4 h", willExpire: at },
  closed: { type: "closed", reason: "COMPLETED", at, by: null },
  results: { type: "results", by: null, results },
  "no-results": { type: "no-results", by: "URITA", trouble },
  pausing: { type: "pausing", by: "UOLGA", why: "Too many wrong answers" },
  "toloka-silent": { type: "toloka-silent", since: at, code: "NO_ANSWER" },
  "toloka-back": { type: "toloka-back", since: at },
  waiting: { type: "waiting", until: at, code: "TOO_MANY_REQUESTS" },
  "needs-human": { type: "needs-human", trouble },
};

/** One notice of each type. */
export const notices: { readonly [T in DirectNotice["type"]]: Extract<DirectNotice, { type: T }> } =
  {
    "file-checked": {
      type: "file-checked",
      runId: "run-1",
      fileName: "shoes.csv",
      good: 3,
      bad: 1,
      fatal: null,
    },
    denied: { type: "denied", name: "Shoes pool 1", by: "UANNA", reason: "Too expensive" },
    expiring: { type: "expiring", name: "Shoes pool 1", willExpire: at },
    "cannot-post": {
      type: "cannot-post",
      channelId: "C1",
      code: "not_in_channel",
      name: "Shoes pool 1",
    },
    "toloka-silent": {
      type: "toloka-silent",
      environment: "sandbox",
      since: at,
      code: "NO_ANSWER",
      names: ["Shoes pool 1"],
      pools: 1,
    },
    "toloka-back": { type: "toloka-back", environment: "sandbox", since: at },
    "needs-human": { type: "needs-human", name: "Shoes pool 1", trouble },
  };

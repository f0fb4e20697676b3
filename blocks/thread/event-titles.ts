import type { RunEvent } from "../../src/domain/event.ts";

/** What a notification about an event says. */
export const eventTitles: { readonly [T in RunEvent["type"]]: string } = {
  "step-done": "a step is done",
  "problems-file": "the file has problems",
  ready: "ready to be requested",
  requested: "approval wanted",
  approved: "approved",
  denied: "denied",
  "expired-request": "the request expired",
  void: "the request is void",
  "not-requested": "cannot be opened as it is",
  "not-opened": "approved, but not opened",
  opened: "the pool is open",
  "opened-outside": "the pool was opened outside this bot",
  reopened: "the pool is open again after an edit",
  expiring: "the pool closes soon",
  closed: "the pool is closed",
  results: "results",
  "no-results": "the results could not be read",
  pausing: "pausing the pool",
  "toloka-silent": "Toloka does not answer",
  "toloka-back": "Toloka answers again",
  waiting: "waiting for Toloka's quota",
  "needs-human": "stopped, a person must look",
};

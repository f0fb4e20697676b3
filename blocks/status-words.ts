import type { PrepareStep, RunStatus } from "../src/domain/run.ts";

/** A run's state in words, as cards and lists show it. */
export const statusWords: { readonly [S in RunStatus]: string } = {
  draft: "draft",
  preparing: "being prepared",
  done: "project created",
  ready: "ready, not requested",
  requested: "waiting for approval",
  approved: "approved, last checks",
  opening: "opening",
  open: "open",
  closed: "closed",
  denied: "denied",
  void: "void, the plan changed",
  expired: "expired, nobody decided",
  cancelled: "cancelled",
  needs_human: "stopped, needs a person",
};

/** What is being done while a run is prepared. */
export const stepWords: { readonly [S in PrepareStep]: string } = {
  project: "Creating the project",
  pool: "Creating the pool, closed",
  upload: "Uploading the tasks",
  verify: "Reading the tasks back from Toloka",
};

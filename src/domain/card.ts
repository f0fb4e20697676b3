import type { Approvers } from "./policy.ts";
import type { Run } from "./run.ts";

/** The facts a run's card is painted from. */
export type RunCard = {
  readonly run: Run;
  readonly approvers: Approvers | "anyone" | null;
  readonly requesterMayApprove: boolean;
  /** Link to the pool or project on Toloka's own page; null when the installation has none. */
  readonly tolokaPage: string | null;
};

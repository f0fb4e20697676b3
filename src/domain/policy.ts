import type { Environment } from "./environment.ts";

/** Who may approve in one environment. */
export type Approvers = {
  /** Slack user ids. */
  readonly users: readonly string[];
  /** Slack user-group ids. */
  readonly groups: readonly string[];
};

/** The rules of one environment. */
export type EnvironmentPolicy = {
  /** "anyone" = every full member of the workspace, the requester included (sandbox only). */
  readonly approvers: Approvers | "anyone";
  /** Whether the requester may approve an own request; always false in production. */
  readonly requesterMayApprove: boolean;
  /** How long a request waits for a decision, in milliseconds. */
  readonly requestLivesMs: number;
};

/** The whole policy: `policy.yml`, or the defaults without one. */
export type Policy = {
  readonly environments: { readonly [E in Environment]: EnvironmentPolicy | null };
  /** Time left, in milliseconds, at which a thread is warned; longest first. */
  readonly expiryWarningsMs: readonly number[];
  /** How long to look for an object whose creation got no answer before creating it again, in milliseconds. */
  readonly quietPeriodMs: number;
  /** After how long without readable answers of Toloka the people concerned are told, in milliseconds. */
  readonly outageNoticeMs: number;
  /** After how long without a step forward a run is stopped for a person, in milliseconds. */
  readonly stuckAfterMs: number;
  /** How often to look for objects that a late request made beside the one in use, in milliseconds. */
  readonly orphansEveryMs: number;
};

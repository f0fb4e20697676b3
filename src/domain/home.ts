import type { Environment } from "./environment.ts";
import type { Micros } from "./money.ts";
import type { OutsiderKind } from "./outsider.ts";
import type { Run } from "./run.ts";

/** What is known of an account's balance, for one person. */
export type HomeBalance =
  /** The person may not see it. */
  | { readonly kind: "hidden" }
  | { readonly kind: "asking" }
  | { readonly kind: "known"; readonly micros: Micros; readonly at: Date }
  /** Toloka did not answer then. */
  | { readonly kind: "silent"; readonly at: Date };

/** One environment that is set up. */
export type HomeEnvironment = {
  readonly environment: Environment;
  /** Whether the policy lets anything be asked for here. */
  readonly mayStart: boolean;
  readonly balance: HomeBalance;
};

/** Runs of one kind: some of them, and how many there are. */
export type HomeList = { readonly runs: readonly Run[]; readonly total: number };

/** What a full member's Home shows. */
export type MemberHome = {
  readonly kind: "member";
  readonly now: Date;
  readonly environments: readonly HomeEnvironment[];
  /** Requests that this person may decide. */
  readonly waiting: HomeList;
  readonly drafts: HomeList;
  /** The person's own runs that are under way or were turned down, and touched within a month. */
  readonly requests: HomeList;
  /** Open pools of everybody: everybody may pause them. */
  readonly running: HomeList;
  readonly finished: HomeList;
  /** Approver groups that Slack did not tell: what waits for them may be missing. */
  readonly unreadGroups: readonly string[];
  /** Where the workspace's messages are, such as https://acme.slack.com/; empty when Slack did not say. */
  readonly workspaceUrl: string;
};

/** The Home tab of one person. */
export type Home = MemberHome | { readonly kind: "outsider"; readonly who: OutsiderKind };

import type { Environment } from "./environment.ts";
import type { Approvers } from "./policy.ts";
import type { Refusal } from "./refusal.ts";
import type { CheckFinding, Cost, Run } from "./run.ts";
import type { Pool, Project } from "./toloka.ts";

/** Tasks of a pool as far as an answer shows them. */
export type TaskCounts = {
  readonly total: number;
  readonly golden: number;
  readonly training: number;
  readonly infinite: number;
};

/** How long a pool still runs, by Toloka's clock; negative when past. Milliseconds. */
type TimeLeft = { readonly willExpire: Date; readonly leftMs: number };

/** What a command or a click is answered with, privately. Blocks turn it into a message. */
export type Answer =
  | {
      readonly type: "menu";
      readonly environments: readonly Environment[];
      readonly drafts: readonly Run[];
      readonly running: readonly Run[];
    }
  | { readonly type: "help"; readonly environment: Environment; readonly verb: string | null }
  | {
      readonly type: "refused";
      readonly environment: Environment;
      readonly refusal: Refusal;
      readonly requestId: string | null;
    }
  | {
      readonly type: "whoami";
      readonly userId: string;
      readonly timeZone: string;
      readonly rights: readonly {
        readonly environment: Environment;
        readonly mayRequest: boolean;
        readonly mayApprove: boolean;
        readonly why: string;
      }[];
    }
  | {
      readonly type: "status";
      readonly environment: Environment;
      readonly pool: Pool;
      readonly tasks: TaskCounts | null;
      readonly time: TimeLeft;
      readonly run: Run | null;
      readonly tolokaPage: string | null;
    }
  | {
      readonly type: "cost";
      readonly environment: Environment;
      readonly pool: Pool;
      readonly tasks: TaskCounts;
      readonly cost: Cost;
      readonly balanceMicros: number;
    }
  | {
      readonly type: "check";
      readonly environment: Environment;
      readonly pool: Pool;
      readonly tasks: TaskCounts;
      readonly findings: readonly CheckFinding[];
      readonly passed: readonly string[];
      readonly cost: Cost;
      readonly balanceMicros: number;
    }
  | {
      readonly type: "pools";
      readonly environment: Environment;
      readonly pools: readonly { readonly pool: Pool; readonly leftMs: number }[];
      readonly more: boolean;
      readonly search: string | null;
    }
  | {
      readonly type: "projects";
      readonly environment: Environment;
      readonly projects: readonly Project[];
      readonly more: boolean;
      readonly search: string | null;
    }
  | {
      readonly type: "requests";
      readonly environment: Environment;
      readonly runs: readonly Run[];
      readonly more: boolean;
      /** What the list was asked for, when it was asked for less than everything. */
      readonly search: string | null;
    }
  | {
      readonly type: "requesting";
      readonly environment: Environment;
      readonly poolId: string;
      readonly poolName: string;
      readonly approvers: Approvers | "anyone";
    }
  | { readonly type: "voted"; readonly environment: Environment; readonly poolName: string }
  | {
      readonly type: "pausing";
      readonly environment: Environment;
      readonly poolId: string;
      readonly poolName: string;
    }
  /** Results are on their way into the thread of a run's card. */
  | {
      readonly type: "gathering";
      readonly environment: Environment;
      readonly poolId: string;
      readonly run: Run;
      /** Where the workspace's messages are; empty when Slack did not say. */
      readonly workspaceUrl: string;
    }
  | { readonly type: "said"; readonly environment: Environment; readonly text: string };

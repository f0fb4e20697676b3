import type { CheckFinding, Decision, Run, Trouble } from "../../src/domain/run.ts";
import { friday, projectBody, report, trouble } from "./samples.ts";

const decision: Decision = {
  ...{ userId: "UANNA", at: friday, entitlement: "named in the policy", reason: "Too expensive" },
};

/** A run that has been through everything; the card shows what its state calls for. */
export const full: Partial<Run> = {
  ...{ report, trouble, projectBody, openedAt: friday, closedAt: friday },
  ...{ approval: decision, denial: decision },
};

/** A run of which nothing is known yet. */
export const nothingYet: Partial<Run> = {
  ...{ status: "draft", request: null, report: null, projectBody: null, poolBody: null },
  ...{ poolId: null, poolName: null, projectId: null, projectName: null, willExpire: null },
  ...{ approval: null, denial: null, trouble: null, openedAt: null, closedAt: null },
};

/** A trouble that Toloka gave neither a code nor a request id for. */
export const quietTrouble: Trouble = { ...trouble, code: null, requestId: null };

/** What two checks found, the worse one last. */
export const findings: readonly CheckFinding[] = [
  { name: "no-filter", level: "warning", message: "Everybody may answer." },
  { name: "empty-pool", level: "error", message: "There are no tasks." },
];

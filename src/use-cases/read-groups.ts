import type { EnvironmentPolicy } from "../domain/policy.ts";
import type { Deps } from "./deps.ts";
import { SlackFailure } from "./ports.ts";

/**
 * Reads the members of the approver groups from Slack, now. A group that cannot be read is left out,
 * which counts as "no": the rules then say that membership could not be checked.
 */
export const readGroups = async (
  deps: Deps,
  policy: EnvironmentPolicy | null,
): Promise<ReadonlyMap<string, readonly string[]>> => {
  const groups = new Map<string, readonly string[]>();
  if (policy === null || policy.approvers === "anyone") return groups;
  for (const group of policy.approvers.groups) {
    try {
      groups.set(group, await deps.people.groupMembers(group));
    } catch (error) {
      if (!(error instanceof SlackFailure)) throw error;
      deps.log.warn({ group, code: error.code }, "an approver group could not be read");
    }
  }
  return groups;
};

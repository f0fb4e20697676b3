import type { EnvironmentPolicy } from "./policy.ts";

/** A person as far as the rules of approval look at one. */
export type Voter = {
  /** Slack user id. */
  readonly id: string;
  /** Only a `member` may act; every other kind is refused. */
  readonly kind: "member" | "guest" | "stranger" | "bot" | "deactivated";
};

/** User group -> members, read fresh; a group that could not be read is absent. */
export type GroupMembers = ReadonlyMap<string, readonly string[]>;

/** Why somebody may approve, and the groups that could not be asked; null when nothing entitles. */
export type Entitlement = {
  readonly entitlement: string | null;
  readonly unreadable: readonly string[];
};

/** Looks for what entitles a person to approve, the listing before the groups. */
export const entitlementOf = (
  userId: string,
  policy: EnvironmentPolicy | null,
  groups: GroupMembers,
): Entitlement => {
  if (policy === null) return { entitlement: null, unreadable: [] };
  if (policy.approvers === "anyone") {
    return { entitlement: "every member may in the sandbox", unreadable: [] };
  }
  const unreadable = policy.approvers.groups.filter((group) => !groups.has(group));
  if (policy.approvers.users.includes(userId))
    return { entitlement: "named in the policy", unreadable };
  const group = policy.approvers.groups.find((id) => groups.get(id)?.includes(userId) === true);
  return { entitlement: group === undefined ? null : `member of the group ${group}`, unreadable };
};

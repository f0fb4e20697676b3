import type { Approvers } from "../src/domain/policy.ts";
import { mention, mentionGroup, several } from "./text.ts";

/** The people and groups of a policy as mentions, at most ten. */
const approverNames = (approvers: Approvers): string =>
  several([...approvers.groups.map(mentionGroup), ...approvers.users.map(mention)], 10);

/** Who may approve and why; null approvers mean that no policy lets anybody. */
export const approverWords = (
  approvers: Approvers | "anyone" | null,
  requesterMayApprove: boolean,
): string => {
  if (approvers === null) {
    return "Nobody may approve: the policy of this installation names no approvers here.";
  }
  const own = requesterMayApprove
    ? "the requester may approve too"
    : "never the requester or whoever edited the run";
  return approvers === "anyone"
    ? `Any full member of this workspace may approve, as the policy says; ${own}.`
    : `May approve, as the policy names them: ${approverNames(approvers)}; ${own}.`;
};

/** Why a pool closed and what to do about it, in words. */
export type Closing = { readonly words: string; readonly nextStep: string };

/** Toloka's reasons of closing (`last_close_reason`). */
export const closeReasons = [
  "MANUAL",
  "EXPIRED",
  "COMPLETED",
  "NOT_ENOUGH_BALANCE",
  "ASSIGNMENTS_LIMIT_EXCEEDED",
  "BLOCKED",
  "FOR_UPDATE",
] as const;
export type CloseReason = (typeof closeReasons)[number];

const closings: { readonly [Reason in CloseReason]: Closing } = {
  MANUAL: {
    words: "Closed by hand.",
    nextStep: "To go on, ask for a new approval: tasks that were not done are still there.",
  },
  EXPIRED: {
    words: "Its closing time was reached; answers may be missing.",
    nextStep: "Move the closing time on Toloka's page, then ask for a new approval.",
  },
  COMPLETED: {
    words: "All answers are in.",
    nextStep: "Nothing to do; the results come into the thread.",
  },
  NOT_ENOUGH_BALANCE: {
    words: "The account has run out of money.",
    nextStep: "Top up the account, then ask for a new approval.",
  },
  ASSIGNMENTS_LIMIT_EXCEEDED: {
    words: "It reached 2,000,000 assignments, the most a pool can have.",
    nextStep: "Put the tasks that are left into a new pool.",
  },
  BLOCKED: {
    words: "Toloka has blocked the account.",
    nextStep: "Write to Toloka's support; no pool can be opened until they lift the block.",
  },
  FOR_UPDATE: {
    words: "It is being edited.",
    nextStep:
      "Toloka opens it again by itself after at most 15 minutes; pause it if it should stay closed.",
  },
};

/** Whether results follow such a closing: a pool that is being edited opens again by itself. */
export const bringsResults = (reason: string): boolean => reason !== "FOR_UPDATE";

const isKnown = (reason: string): reason is CloseReason => Object.hasOwn(closings, reason);

/** Puts a reason of closing into words; one that is not known is shown as it came. */
export const closingOf = (reason: string): Closing =>
  isKnown(reason)
    ? closings[reason]
    : {
        words: `Toloka gives a reason that I do not know: ${reason}.`,
        nextStep: "Look at the pool on Toloka's page before you open it again.",
      };

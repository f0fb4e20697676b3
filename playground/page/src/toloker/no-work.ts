/** Why the Toloker gets no work, in words, by the stand-in's reason. */
const words: Readonly<Record<string, string>> = {
  RESTRICTED: "You are banned from this requester's work.",
  FILTER:
    "The pool's filter does not let you in: it asks for a skill that has to be earned. The preview shows the tasks all the same.",
  TRAINING: "You did not pass the training that this pool asks for.",
  BETTER_TOLOKERS_FIRST: "Better Tolokers come first in this pool. Try again in a while.",
  HANDS_FULL: "You have as many suites of this project in hand as it allows.",
  NOTHING_LEFT: "There is nothing left here for you: you have had every task, or others have them.",
};

const closed: Readonly<Record<string, string>> = {
  EXPIRED: "its time is over",
  COMPLETED: "all answers are in",
  NOT_ENOUGH_BALANCE: "the requester's money does not cover another suite",
  MANUAL: "the requester closed it",
};

/** What a Toloker reads instead of tasks. */
export const noWorkWords = (reason: string, lastCloseReason: string | null): string => {
  if (reason !== "POOL_IS_NOT_OPEN") return words[reason] ?? `There is no work: ${reason}.`;
  if (lastCloseReason === null)
    return "The pool has not been opened yet. The preview shows its tasks.";
  return `The pool is closed: ${closed[lastCloseReason] ?? lastCloseReason}.`;
};

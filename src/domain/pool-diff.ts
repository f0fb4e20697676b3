import type { Pool } from "./toloka.ts";

/** A pool as it was last seen. */
export type PoolPicture = {
  readonly status: string;
  readonly closeReason: string | null;
  readonly willExpire: Date;
  readonly lastStarted: Date | null;
};

/** What happened to a pool between two looks. */
export type PoolChange =
  | { readonly type: "opened"; readonly at: Date | null }
  /** `reason` is Toloka's word, or the new status when Toloka gives none. */
  | { readonly type: "closed"; readonly reason: string; readonly at: Date | null }
  | { readonly type: "expiry-moved"; readonly from: Date; readonly to: Date };

const timeOf = (date: Date | null): number => date?.getTime() ?? Number.NEGATIVE_INFINITY;

/**
 * Compares a pool with its last picture and says what happened, in order. Openings and closings that both
 * fell between two looks are found by `last_started`. At first sight (`null`) only an opening can be
 * told: whatever was before is history.
 */
export const poolChanges = (previous: PoolPicture | null, seen: Pool): readonly PoolChange[] => {
  const isOpen = seen.status === "OPEN";
  const opened: PoolChange = { type: "opened", at: seen.lastStarted };
  if (previous === null) return isOpen ? [opened] : [];

  const closed: PoolChange = {
    type: "closed",
    reason: seen.lastCloseReason ?? seen.status,
    at: seen.lastStopped,
  };
  const wasOpen = previous.status === "OPEN";
  const restarted =
    seen.lastStarted !== null && timeOf(seen.lastStarted) > timeOf(previous.lastStarted);
  const movedBy = seen.willExpire.getTime() - previous.willExpire.getTime();
  const moved: readonly PoolChange[] =
    movedBy === 0 ? [] : [{ type: "expiry-moved", from: previous.willExpire, to: seen.willExpire }];

  if (isOpen) {
    if (!wasOpen) return [opened, ...moved];
    // An open pool whose start was not known before has not been restarted.
    return restarted && previous.lastStarted !== null ? [closed, opened, ...moved] : moved;
  }
  if (wasOpen) return [closed, ...moved];
  if (restarted) return [opened, closed, ...moved];
  const newReason = seen.lastCloseReason !== null && seen.lastCloseReason !== previous.closeReason;
  return newReason && seen.lastStarted !== null ? [closed, ...moved] : moved;
};

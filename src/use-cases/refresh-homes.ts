import type { Deps } from "./deps.ts";
import { homeLivesMs } from "./keep-homes.ts";
import type { JobOutcome } from "./store-ports.ts";

/** A person's Home is published by itself at most once in this time, in milliseconds. */
const paceMs = 3_000;

/** A painting that was asked for and has not begun after this long is taken for lost, in milliseconds. */
const lostMs = 30 * 60_000;

/** Homes opened within the first are looked at again after the second: they say how long things take. */
const inFrontMs = 86_400_000;
const lookAgainMs = 15 * 60_000;

/** How long until a Home may be published again, in milliseconds; 0 or less when it may now. */
export const waitOf = (publishedAt: Date | null, now: Date): number =>
  publishedAt === null ? 0 : publishedAt.getTime() + paceMs - now.getTime();

/**
 * Sends a painting to each Home that has none waiting: many changes in a moment are one picture. One such
 * job runs at a time, so that no change of a run ever waits for the row of a Home.
 */
export const refreshHomes = async (
  deps: Pick<Deps, "database" | "clock">,
  userIds: readonly string[] | null,
): Promise<JobOutcome> => {
  const now = deps.clock.now();
  await deps.database.transaction(async (store) => {
    await store.homes.forgetUnopenedSince(new Date(now.getTime() - homeLivesMs));
    const lostBefore = new Date(now.getTime() - lostMs);
    for (const { userId, publishedAt } of await store.homes.want(userIds, { now, lostBefore })) {
      const afterMs = Math.max(0, waitOf(publishedAt, now));
      await store.jobs.send({ name: "paint-home", userId, isUrgent: false }, { afterMs });
    }
  });
  return "done";
};

/** Has Homes that were opened lately looked at again, because hours pass on them without any change. */
export const refreshAgedHomes = async (deps: Pick<Deps, "database" | "clock">): Promise<void> => {
  const nowMs = deps.clock.now().getTime();
  const due = await deps.database.homes.due({
    openedSince: new Date(nowMs - inFrontMs),
    paintedBefore: new Date(nowMs - lookAgainMs),
  });
  if (due.length > 0) await deps.database.jobs.send({ name: "refresh-homes", userIds: due });
};

import type { Deps } from "./deps.ts";

/**
 * Remembers who has opened the Home and has it painted at once. Without `isShown` Slack shows nothing yet,
 * so it is published whatever was published before.
 */
export const openHome = async (deps: Deps, userId: string, isShown: boolean): Promise<void> => {
  await deps.database.transaction(async (store) => {
    await store.homes.opened(userId, deps.clock.now(), isShown);
    await store.jobs.send({ name: "paint-home", userId, isUrgent: true });
  });
};

import type { Kysely } from "kysely";
import type { Store } from "../use-cases/store-ports.ts";
import type { Tables } from "./tables.ts";

/** Who has opened a Home, and what stands on it: one row a person. */
export const createHomes = (kysely: Kysely<Tables>): Store["homes"] => ({
  opened: async (userId, at, isShown) => {
    await kysely
      .insertInto("homes")
      .values({ userId, openedAt: at })
      .onConflict((conflict) =>
        conflict
          .column("userId")
          .doUpdateSet({ openedAt: at, ...(isShown ? {} : { picture: null, viewHash: null }) }),
      )
      .execute();
  },

  find: async (userId) => {
    const row = await kysely
      .selectFrom("homes")
      .select(["openedAt", "picture", "viewHash", "publishedAt"])
      .where("userId", "=", userId)
      .executeTakeFirst();
    return row ?? null;
  },

  isAnyOpenedSince: async (time) => {
    const row = await kysely
      .selectFrom("homes")
      .select("userId")
      .where("openedAt", ">=", time)
      .limit(1)
      .executeTakeFirst();
    return row !== undefined;
  },

  want: async (userIds, { now, lostBefore }) => {
    if (userIds?.length === 0) return [];
    let homes = kysely
      .updateTable("homes")
      .set({ wantedAt: now })
      .where(({ eb, or }) => or([eb("wantedAt", "is", null), eb("wantedAt", "<", lostBefore)]));
    if (userIds !== null) homes = homes.where("userId", "in", [...userIds]);
    return await homes.returning(["userId", "publishedAt"]).execute();
  },

  begin: async (userId, at) => {
    await kysely
      .updateTable("homes")
      .set({ wantedAt: null, paintedAt: at })
      .where("userId", "=", userId)
      .execute();
  },

  published: async (userId, { picture, viewHash, at }) => {
    await kysely
      .updateTable("homes")
      .set({ picture, viewHash, publishedAt: at })
      .where("userId", "=", userId)
      .execute();
  },

  due: async ({ openedSince, paintedBefore }) => {
    const rows = await kysely
      .selectFrom("homes")
      .select("userId")
      .where("openedAt", ">=", openedSince)
      .where("paintedAt", "<", paintedBefore)
      .execute();
    return rows.map(({ userId }) => userId);
  },

  forget: async (userId) => {
    await kysely.deleteFrom("homes").where("userId", "=", userId).execute();
  },

  forgetUnopenedSince: async (time) => {
    await kysely.deleteFrom("homes").where("openedAt", "<", time).execute();
  },
});

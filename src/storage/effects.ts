import { type Kysely, sql } from "kysely";
import { z } from "zod";
import type { Effect, Store } from "../use-cases/store-ports.ts";
import type { Tables } from "./tables.ts";

const effectRow: z.ZodType<Effect> = z.object({
  key: z.string(),
  status: z.enum(["sent", "done", "failed"]),
  sentAt: z.date(),
  attempt: z.number(),
  externalId: z.string().nullable(),
});

const columns = ["key", "status", "sentAt", "attempt", "externalId"] as const;

/** Outside calls that must not be doubled: planned here before they are made. */
export const createEffects = (kysely: Kysely<Tables>): Store["effects"] => {
  const find: Store["effects"]["find"] = async (runId, kind, ordinal) => {
    const row = await kysely
      .selectFrom("effects")
      .select([...columns])
      .where("runId", "=", runId)
      .where("kind", "=", kind)
      .where("ordinal", "=", ordinal)
      .executeTakeFirst();
    return row === undefined ? null : effectRow.parse(row);
  };

  const close = async (
    at: { runId: string; kind: string; ordinal: number },
    change: { status: "done" | "failed"; externalId?: string },
  ) => {
    const row = await kysely
      .updateTable("effects")
      .set(change)
      .where("runId", "=", at.runId)
      .where("kind", "=", at.kind)
      .where("ordinal", "=", at.ordinal)
      // What was done stays done, whatever a late answer says.
      .where("status", "in", change.status === "done" ? ["sent", "failed"] : ["sent"])
      .returning("key")
      .executeTakeFirst();
    if (row === undefined && (await find(at.runId, at.kind, at.ordinal)) === null) {
      throw new Error(`The effect ${at.kind} ${at.ordinal} of run ${at.runId} was never begun`);
    }
  };

  return {
    begin: async (runId, kind, ordinal, key) => {
      const row = await kysely
        .insertInto("effects")
        .values({ runId, kind, ordinal, key, status: "sent" })
        .onConflict((conflict) =>
          conflict
            .columns(["runId", "kind", "ordinal"])
            .doUpdateSet(({ eb }) => ({
              key,
              status: "sent",
              sentAt: sql<Date>`clock_timestamp()`,
              attempt: eb("effects.attempt", "+", 1),
            }))
            .where("effects.status", "=", "failed"),
        )
        .returning([...columns])
        .executeTakeFirst();
      const effect = row === undefined ? await find(runId, kind, ordinal) : effectRow.parse(row);
      if (effect === null)
        throw new Error(`The effect ${kind} ${ordinal} of run ${runId} vanished`);
      return effect;
    },
    find,
    finish: (runId, kind, ordinal, externalId) =>
      close({ runId, kind, ordinal }, { status: "done", externalId }),
    fail: (runId, kind, ordinal) => close({ runId, kind, ordinal }, { status: "failed" }),
  };
};

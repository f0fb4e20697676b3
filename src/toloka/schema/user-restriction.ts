import { z } from "zod";
import type { UserRestriction } from "../../domain/toloka-people.ts";
import { optionalDateSchema } from "./dates.ts";
import { idSchema, optionalTextSchema, resourceSchema } from "./wire.ts";

const wireSchema = z.looseObject({
  id: idSchema,
  scope: z.string(),
  user_id: idSchema,
  project_id: idSchema.nullish(),
  pool_id: idSchema.nullish(),
  private_comment: optionalTextSchema,
  will_expire: optionalDateSchema,
});

/** A ban. */
export const userRestrictionSchema = resourceSchema(
  wireSchema,
  (read, raw): UserRestriction => ({
    id: read.id,
    scope: read.scope,
    userId: read.user_id,
    projectId: read.project_id ?? null,
    poolId: read.pool_id ?? null,
    privateComment: read.private_comment,
    willExpire: read.will_expire,
    raw,
  }),
);

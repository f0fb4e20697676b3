import { z } from "zod";
import { microsFromDollars } from "../../domain/money.ts";
import type { Pool } from "../../domain/toloka.ts";
import { dateSchema, optionalDateSchema } from "./dates.ts";
import { idSchema, metadataSchema, optionalTextSchema, resourceSchema } from "./wire.ts";

/** Closing time of what has none: a training can be read as a pool and never expires. */
export const neverExpires = new Date("9999-12-31T23:59:59.999Z");

const wireSchema = z.looseObject({
  id: idSchema,
  project_id: idSchema,
  private_name: z.string(),
  status: z.string(),
  last_close_reason: z.string().nullish(),
  will_expire: dateSchema.nullish(),
  reward_per_assignment: z.number().nonnegative(),
  mixer_config: z.looseObject({ real_tasks_count: z.int() }).nullish(),
  defaults: z.looseObject({
    default_overlap_for_new_task_suites: z.int(),
    default_overlap_for_new_tasks: z.int().nullish(),
  }),
  created: optionalDateSchema,
  last_started: optionalDateSchema,
  last_stopped: optionalDateSchema,
  metadata: metadataSchema,
  private_comment: optionalTextSchema,
});

/** A pool. Money and overlap are demanded: nothing may be priced from a guess. */
export const poolSchema = resourceSchema(
  wireSchema,
  (read, raw): Pool => ({
    id: read.id,
    projectId: read.project_id,
    privateName: read.private_name,
    status: read.status,
    lastCloseReason: read.last_close_reason ?? null,
    willExpire: read.will_expire ?? neverExpires,
    rewardMicros: microsFromDollars(read.reward_per_assignment),
    realTasksPerSuite: read.mixer_config?.real_tasks_count ?? null,
    overlapForSuites: read.defaults.default_overlap_for_new_task_suites,
    overlapForTasks: read.defaults.default_overlap_for_new_tasks ?? null,
    created: read.created,
    lastStarted: read.last_started,
    lastStopped: read.last_stopped,
    metadata: read.metadata,
    privateComment: read.private_comment,
    raw,
  }),
);

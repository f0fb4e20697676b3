import { z } from "zod";
import { microsFromDollars } from "../../domain/money.ts";
import type { AssignedTask, Assignment } from "../../domain/toloka-results.ts";
import { optionalDateSchema } from "./dates.ts";
import { idSchema, jsonObjectSchema, optionalTextSchema, resourceSchema } from "./wire.ts";

const taskSchema = z
  .looseObject({
    id: idSchema.nullish(),
    input_values: jsonObjectSchema,
    known_solutions: z.array(jsonObjectSchema).nullish(),
  })
  .transform(
    (task): AssignedTask => ({
      id: task.id ?? null,
      inputValues: task.input_values,
      hasKnownSolutions: (task.known_solutions ?? []).length > 0,
    }),
  );

const wireSchema = z.looseObject({
  id: idSchema,
  task_suite_id: idSchema,
  pool_id: idSchema,
  user_id: idSchema,
  status: z.string(),
  reward: z.number().nonnegative(),
  tasks: z.array(taskSchema),
  solutions: z.array(z.looseObject({ output_values: jsonObjectSchema })).nullish(),
  public_comment: optionalTextSchema,
  created: optionalDateSchema,
  submitted: optionalDateSchema,
  accepted: optionalDateSchema,
  rejected: optionalDateSchema,
});

/** One Toloker's work on one suite. Its price is demanded: nothing may be counted from a guess. */
export const assignmentSchema = resourceSchema(
  wireSchema,
  (read, raw): Assignment => ({
    id: read.id,
    suiteId: read.task_suite_id,
    poolId: read.pool_id,
    userId: read.user_id,
    status: read.status,
    rewardMicros: microsFromDollars(read.reward),
    tasks: read.tasks,
    solutions: (read.solutions ?? []).map(({ output_values }) => output_values),
    publicComment: read.public_comment,
    created: read.created,
    submitted: read.submitted,
    accepted: read.accepted,
    rejected: read.rejected,
    raw,
  }),
);

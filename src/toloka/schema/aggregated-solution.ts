import { z } from "zod";
import type { AggregatedSolution } from "../../domain/toloka-results.ts";
import { idSchema, jsonObjectSchema } from "./wire.ts";

/** The answer of many Tolokers to one task, made into one. */
export const aggregatedSolutionSchema = z
  .looseObject({
    pool_id: idSchema,
    task_id: idSchema,
    confidence: z.number().min(0).max(1),
    output_values: jsonObjectSchema,
  })
  .transform(
    (read): AggregatedSolution => ({
      poolId: read.pool_id,
      taskId: read.task_id,
      confidence: read.confidence,
      outputValues: read.output_values,
    }),
  );

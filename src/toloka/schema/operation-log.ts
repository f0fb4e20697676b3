import { z } from "zod";
import type { OperationLogItem } from "../../domain/toloka-results.ts";
import { jsonObjectSchema, jsonSchema } from "./wire.ts";

const itemSchema = z
  .looseObject({
    type: z.string(),
    success: z.boolean(),
    input: jsonSchema.nullish(),
    output: jsonObjectSchema.nullish(),
  })
  .transform(
    ({ type, success, input, output }): OperationLogItem => ({
      type,
      success,
      input: input ?? null,
      output: output ?? {},
    }),
  );

/** The log of an operation: a list; one example of the documentation is a bare item. */
export const operationLogSchema = z.union([
  z.array(itemSchema),
  itemSchema.transform((item) => [item]),
]);

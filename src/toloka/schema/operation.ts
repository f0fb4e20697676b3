import { z } from "zod";
import { isJsonObject, type JsonObject } from "../../domain/json.ts";
import type { Operation } from "../../domain/toloka.ts";
import { optionalDateSchema } from "./dates.ts";
import { idSchema, jsonSchema, resourceSchema } from "./wire.ts";

/** Details of a failed operation have a free shape; what is no object is kept under `value`. */
const freeObjectSchema = jsonSchema.nullish().transform((value): JsonObject => {
  if (value === null || value === undefined) return {};
  return isJsonObject(value) ? value : { value };
});

const wireSchema = z.looseObject({
  id: idSchema,
  type: z.string(),
  status: z.string(),
  submitted: optionalDateSchema,
  parameters: freeObjectSchema,
  details: freeObjectSchema,
});

/** An operation. `finished` is not read: it may be filled in while the operation still runs. */
export const operationSchema = resourceSchema(
  wireSchema,
  (read): Operation => ({
    id: read.id,
    type: read.type,
    status: read.status,
    submitted: read.submitted,
    parameters: read.parameters,
    details: read.details,
  }),
);

/** The answer of open and close: an operation, or nothing (204) when there was nothing to do. */
export const stateChangeSchema = operationSchema
  .optional()
  .transform((operation): Operation | "already" => operation ?? "already");

import { z } from "zod";
import { isJsonObject } from "../../domain/json.ts";
import type { FieldSpecs } from "../../domain/toloka.ts";

/** Absent and null mean the same in a field's rules. */
const withoutNulls = (value: unknown): unknown =>
  isJsonObject(value)
    ? Object.fromEntries(Object.entries(value).filter(([, member]) => member !== null))
    : value;

/** Old projects write `URL`, newer ones `url`. */
const typeSchema = z.string().transform((type) => type.toLowerCase());

const fieldSpecSchema = z.preprocess(
  withoutNulls,
  z.looseObject({
    type: typeSchema,
    required: z.boolean().exactOptional(),
    hidden: z.boolean().exactOptional(),
    allowed_values: z.array(z.union([z.string(), z.number(), z.boolean()])).exactOptional(),
    min_length: z.number().exactOptional(),
    max_length: z.number().exactOptional(),
    pattern: z.string().exactOptional(),
    min_value: z.number().exactOptional(),
    max_value: z.number().exactOptional(),
    min_size: z.number().exactOptional(),
    max_size: z.number().exactOptional(),
  }),
);

/** `input_spec` or `output_spec`; without any field when absent. */
export const fieldSpecsSchema = z
  .record(z.string(), fieldSpecSchema)
  .nullish()
  .transform((specs): FieldSpecs => specs ?? {});

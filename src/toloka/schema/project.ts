import { z } from "zod";
import type { Project } from "../../domain/toloka.ts";
import { fieldSpecsSchema } from "./field-spec.ts";
import { idSchema, metadataSchema, optionalTextSchema, resourceSchema } from "./wire.ts";

const taskSpecSchema = z.looseObject({
  input_spec: fieldSpecsSchema,
  output_spec: fieldSpecsSchema,
});

const wireSchema = z.looseObject({
  id: idSchema,
  public_name: z.string(),
  status: z.string(),
  task_spec: taskSpecSchema.nullish(),
  metadata: metadataSchema,
  private_comment: optionalTextSchema,
});

/** A project. `view_spec` is not looked into: old ones come with `lock: null`. */
export const projectSchema = resourceSchema(
  wireSchema,
  (read, raw): Project => ({
    id: read.id,
    publicName: read.public_name,
    status: read.status,
    inputSpec: read.task_spec?.input_spec ?? {},
    outputSpec: read.task_spec?.output_spec ?? {},
    metadata: read.metadata,
    privateComment: read.private_comment,
    raw,
  }),
);

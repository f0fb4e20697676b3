import { z } from "zod";
import { isJsonObject, type Json, type JsonObject } from "../../domain/json.ts";
import type { Metadata } from "../../domain/toloka.ts";

/** A JSON object whose inside is nobody's business here. The input is parsed JSON, so that its values are JSON. */
export const jsonObjectSchema = z.custom<JsonObject>(isJsonObject, "expected an object");

/** Any JSON value, not walked through: how deep it goes is up to the server. */
export const jsonSchema = z.custom<Json>((value) => value !== undefined, "expected a value");

/** An id: a string, in places a number. Numbers too large to be exact are refused. */
export const idSchema = z.union([z.string().min(1), z.int()]).transform(String);

/** A text that may be null or absent; empty then. */
export const optionalTextSchema = z
  .string()
  .nullish()
  .transform((text) => text ?? "");

/** Toloka's free labels; a bare text is read as a list of one. */
export const metadataSchema = z
  .record(
    z.string(),
    z.union([z.array(z.string()), z.string().transform((text): string[] => [text])]),
  )
  .nullish()
  .transform((metadata): Metadata => metadata ?? {});

/**
 * A resource whose answer is read by `wire` and made into our own value by `make`, which also gets the
 * whole answer as it came: what is sent back to Toloka must keep fields that are unknown here.
 */
export const resourceSchema = <Wire extends z.ZodType, Made>(
  wire: Wire,
  make: (read: z.output<Wire>, raw: JsonObject) => Made,
) =>
  jsonObjectSchema.transform((raw, context): Made => {
    const read = wire.safeParse(raw);
    if (read.success) return make(read.data, raw);
    for (const issue of read.error.issues) {
      context.addIssue({ code: "custom", message: issue.message, path: issue.path });
    }
    return z.NEVER;
  });

import { z } from "zod";
import type { JsonObject } from "../../domain/json.ts";
import type { FieldFault } from "../../domain/toloka-error.ts";
import { jsonObjectSchema, jsonSchema } from "./wire.ts";

const envelopeSchema = z.looseObject({
  code: z.string().min(1).max(100),
  // A code alone is worth having, whatever the rest looks like.
  message: z.string().nullish().catch(null),
  request_id: z.string().max(200).nullish().catch(null),
  payload: jsonSchema.nullish(),
});

const faultSchema = z
  .looseObject({ code: z.string(), message: z.string().nullish() })
  .transform(({ code, message }): FieldFault => ({ code, message: message ?? "" }));

/** What the body of a refusal says. */
export type ErrorBody = {
  /** Null when the body has no envelope, such as the bare field map of duplicate bonuses. */
  readonly code: string | null;
  readonly message: string | null;
  readonly requestId: string | null;
  /** Dotted field path -> fault. */
  readonly fields: { readonly [path: string]: FieldFault };
  /** Which quota is used up: MIN, HOUR, DAY or a word that came later. */
  readonly interval: string | null;
};

const fieldsOf = (map: JsonObject): { [path: string]: FieldFault } => {
  const faults = Object.entries(map).flatMap(([path, value]): [string, FieldFault][] => {
    const fault = faultSchema.safeParse(value);
    return fault.success ? [[path, fault.data]] : [];
  });
  return Object.fromEntries(faults);
};

/** The body of an answer that is no success: the envelope, or a bare field map. */
export const errorBodySchema = jsonObjectSchema.transform((raw): ErrorBody => {
  const envelope = envelopeSchema.safeParse(raw);
  if (!envelope.success) {
    return { code: null, message: null, requestId: null, fields: fieldsOf(raw), interval: null };
  }
  const payload = jsonObjectSchema.safeParse(envelope.data.payload);
  const interval = payload.success ? payload.data.interval : undefined;
  return {
    code: envelope.data.code,
    message: envelope.data.message ?? null,
    requestId: envelope.data.request_id ?? null,
    fields: payload.success ? fieldsOf(payload.data) : {},
    interval: typeof interval === "string" ? interval : null,
  };
});

import { z } from "zod";
import { environments } from "../domain/environment.ts";
import { draftPages } from "../domain/run.ts";

/** The JSON of a run's buttons: an opaque id and a version, nothing else. */
export const runValueSchema = z.strictObject({ run: z.uuid(), version: z.int().min(0) });

/** The JSON of a form's private_metadata: its run, and which page of it the person has in front. */
export const formValueSchema = runValueSchema.extend({ page: z.enum(draftPages) });

/** The JSON of a button about a pool without a run. */
export const poolValueSchema = z.strictObject({
  environment: z.enum(environments),
  pool: z.string().regex(/^\d{1,18}$/),
});

/** The JSON of a menu button. */
export const environmentValueSchema = z.strictObject({ environment: z.enum(environments) });

/** Parses a button's value or a form's metadata; null when it is not what the bot wrote. */
export const parseValue = <Value>(
  schema: z.ZodType<Value>,
  text: string | undefined,
): Value | null => {
  if (text === undefined) return null;
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
};

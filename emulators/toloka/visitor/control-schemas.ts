import { z } from "zod";

const values = z.record(z.string(), z.unknown());

/** Output values of each task of a suite, in its order. */
export const answersSchema = z.strictObject({ answers: z.array(values) });

const suite = z.int().min(0);

export const previewAnswersSchema = answersSchema.extend({ suite });
export const suiteQuerySchema = z.object({ suite: z.coerce.number().pipe(suite).default(0) });

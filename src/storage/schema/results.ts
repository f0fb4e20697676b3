import { z } from "zod";
import type { AnswerRow } from "../../domain/results/answer-row.ts";
import type { Results } from "../../domain/results/results.ts";
import { jsonObject } from "./json.ts";

const answerRow: z.ZodType<AnswerRow> = z.object({
  assignmentId: z.string(),
  suiteId: z.string(),
  taskId: z.string().nullable(),
  status: z.string(),
  worker: z.number(),
  submitted: z.string().nullable(),
  isGolden: z.boolean(),
  input: jsonObject,
  output: jsonObject,
});

/** Answers as they are kept, many in one row of the table. */
export const answerRowList: z.ZodType<readonly AnswerRow[]> = z.array(answerRow);

/** What a thread was told about results. */
export const results: z.ZodType<Results> = z.object({
  isInterim: z.boolean(),
  suites: z.object({
    accepted: z.number(),
    submitted: z.number(),
    rejected: z.number(),
    skipped: z.number(),
    expired: z.number(),
    active: z.number(),
    other: z.number(),
    workers: z.number(),
    paidMicros: z.number(),
    waitingMicros: z.number(),
  }),
  answers: z.number(),
  tasks: z.number().nullable(),
  agreement: z.array(z.object({ field: z.string(), share: z.number(), tasks: z.number() })),
  signed: z
    .object({
      plannedMicros: z.number(),
      worstMicros: z.number().nullable(),
      suites: z.number(),
      tasks: z.number(),
    })
    .nullable(),
  fee: z.object({ percent: z.number(), minMicros: z.number() }),
  files: z
    .object({ batch: z.string(), inputs: z.array(z.string()), outputs: z.array(z.string()) })
    .nullable(),
});

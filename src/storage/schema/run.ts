import { z } from "zod";
import { environments } from "../../domain/environment.ts";
import type { FormInput } from "../../domain/form.ts";
import {
  type DraftInput,
  draftPages,
  prepareSteps,
  type Run,
  runKinds,
  runStatuses,
} from "../../domain/run.ts";
import { decision, openingRequest, trouble } from "./decision.ts";
import { poolBody, projectBody, sheetReport } from "./plan.ts";

const formInput: z.ZodType<FormInput> = z.record(
  z.string(),
  z.union([z.string(), z.array(z.string())]),
);

const draftInput: z.ZodType<DraftInput> = z.partialRecord(z.enum(draftPages), formInput);

/** A row of the table of runs as the run it stands for. */
export const runRow: z.ZodType<Run> = z.object({
  id: z.string(),
  version: z.number(),
  kind: z.enum(runKinds),
  status: z.enum(runStatuses),
  step: z.enum(prepareSteps).nullable(),
  environment: z.enum(environments),
  ownerId: z.string(),
  editorIds: z.array(z.string()),
  channelId: z.string(),
  rootTs: z.string().nullable(),
  page: z.enum(draftPages),
  input: draftInput,
  projectBody: projectBody.nullable(),
  poolBody: poolBody.nullable(),
  report: sheetReport.nullable(),
  checkId: z.string().nullable(),
  leaveOutBadRows: z.boolean(),
  projectId: z.string().nullable(),
  projectName: z.string().nullable(),
  poolId: z.string().nullable(),
  poolName: z.string().nullable(),
  willExpire: z.date().nullable(),
  upload: z.object({ sent: z.number(), total: z.number(), chunks: z.number() }).nullable(),
  requestWhenReady: z.boolean(),
  request: openingRequest.nullable(),
  approval: decision.nullable(),
  denial: decision.nullable(),
  openSentAt: z.date().nullable(),
  openedAt: z.date().nullable(),
  closedAt: z.date().nullable(),
  closeReason: z.string().nullable(),
  pausedBy: z.string().nullable(),
  trouble: trouble.nullable(),
  createdAt: z.date(),
  updatedAt: z.date(),
});

import { z } from "zod";
import type { RunEvent, StoredEvent } from "../../domain/event.ts";
import { prepareSteps } from "../../domain/run.ts";
import { checkFinding, cost, trouble } from "./decision.ts";

const nullableText = z.string().nullable();

const runEvent: z.ZodType<RunEvent> = z.discriminatedUnion("type", [
  z.object({ type: z.literal("step-done"), step: z.enum(prepareSteps), text: z.string() }),
  z.object({
    type: z.literal("problems-file"),
    fileName: z.string(),
    problemCount: z.number(),
    checkId: z.string(),
  }),
  z.object({ type: z.literal("ready"), tasks: z.number(), digest: z.string() }),
  z.object({
    type: z.literal("requested"),
    by: z.string(),
    code: z.string(),
    cost,
    balanceMicros: z.number(),
    hash: z.string(),
    warnings: z.array(checkFinding),
    reason: nullableText,
    mention: z.array(z.string()),
    mentionGroups: z.array(z.string()),
  }),
  z.object({
    type: z.literal("approved"),
    by: z.string(),
    entitlement: z.string(),
    hash: z.string(),
  }),
  z.object({ type: z.literal("denied"), by: z.string(), reason: z.string() }),
  z.object({ type: z.literal("expired-request"), code: z.string() }),
  z.object({ type: z.literal("void"), differing: z.array(z.string()) }),
  z.object({ type: z.literal("not-opened"), trouble }),
  z.object({
    type: z.literal("opened"),
    at: z.string(),
    operationId: nullableText,
    balanceMicros: z.number().nullable(),
  }),
  z.object({ type: z.literal("opened-outside"), at: nullableText }),
  z.object({ type: z.literal("expiring"), level: z.string(), willExpire: z.string() }),
  z.object({ type: z.literal("closed"), reason: z.string(), at: nullableText, by: nullableText }),
  z.object({ type: z.literal("pausing"), by: z.string() }),
  z.object({ type: z.literal("needs-human"), trouble }),
]);

/** A row of the table of events. */
export const eventRow: z.ZodType<StoredEvent> = z.object({
  runId: z.string(),
  seq: z.number(),
  at: z.date(),
  event: runEvent,
  ts: nullableText,
});

import { z } from "zod";
import type { RunEvent, StoredEvent } from "../../domain/event.ts";
import { prepareSteps } from "../../domain/run.ts";
import { checkFinding, cost, trouble } from "./decision.ts";
import { results } from "./results.ts";

const nullableText = z.string().nullable();

/** One schema a type, so that a new type without one is found by the compiler. */
const eventSchemas: {
  readonly [Type in RunEvent["type"]]: z.ZodType<Extract<RunEvent, { type: Type }>>;
} = {
  "step-done": z.object({
    type: z.literal("step-done"),
    step: z.enum(prepareSteps),
    text: z.string(),
  }),
  "problems-file": z.object({
    type: z.literal("problems-file"),
    fileName: z.string(),
    problemCount: z.number(),
    checkId: z.string(),
  }),
  ready: z.object({ type: z.literal("ready"), tasks: z.number(), digest: z.string() }),
  requested: z.object({
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
  approved: z.object({
    type: z.literal("approved"),
    by: z.string(),
    entitlement: z.string(),
    hash: z.string(),
  }),
  denied: z.object({ type: z.literal("denied"), by: z.string(), reason: z.string() }),
  "expired-request": z.object({ type: z.literal("expired-request"), code: z.string() }),
  void: z.object({ type: z.literal("void"), differing: z.array(z.string()) }),
  "not-requested": z.object({ type: z.literal("not-requested"), trouble }),
  "not-opened": z.object({ type: z.literal("not-opened"), trouble }),
  opened: z.object({
    type: z.literal("opened"),
    at: z.string(),
    operationId: nullableText,
    balanceMicros: z.number().nullable(),
  }),
  "opened-outside": z.object({ type: z.literal("opened-outside"), at: nullableText }),
  reopened: z.object({ type: z.literal("reopened"), at: nullableText }),
  expiring: z.object({ type: z.literal("expiring"), level: z.string(), willExpire: z.string() }),
  closed: z.object({
    type: z.literal("closed"),
    reason: z.string(),
    at: nullableText,
    by: nullableText,
  }),
  results: z.object({ type: z.literal("results"), by: nullableText, results }),
  "no-results": z.object({ type: z.literal("no-results"), by: nullableText, trouble }),
  pausing: z.object({
    type: z.literal("pausing"),
    by: z.string(),
    why: z.string().nullable().default(null),
  }),
  "toloka-silent": z.object({
    type: z.literal("toloka-silent"),
    since: z.string(),
    code: z.string(),
  }),
  "toloka-back": z.object({ type: z.literal("toloka-back"), since: z.string() }),
  waiting: z.object({ type: z.literal("waiting"), until: z.string(), code: z.string() }),
  "needs-human": z.object({ type: z.literal("needs-human"), trouble }),
};

const runEvent: z.ZodType<RunEvent> = z.union(Object.values(eventSchemas));

/** A row of the table of events. */
export const eventRow: z.ZodType<StoredEvent> = z.object({
  runId: z.string(),
  seq: z.number(),
  at: z.date(),
  event: runEvent,
  ts: nullableText,
});

import { z } from "zod";
import type { CheckFinding, Cost, Decision, OpeningRequest, Trouble } from "../../domain/run.ts";
import { moment } from "./json.ts";
import { plan } from "./plan.ts";

/** The price of a plan. */
export const cost: z.ZodType<Cost> = z.object({
  plannedAssignments: z.number(),
  lowMicros: z.number(),
  plannedMicros: z.number(),
  worstMicros: z.number().nullable(),
  feeMicros: z.number(),
  plannedWithFeeMicros: z.number(),
  worstWithFeeMicros: z.number().nullable(),
  feePercent: z.number(),
  minFeeMicros: z.number(),
});

/** A named check that did not pass. */
export const checkFinding: z.ZodType<CheckFinding> = z.object({
  name: z.string(),
  level: z.enum(["error", "warning"]),
  message: z.string(),
});

/** What stopped the bot. */
export const trouble: z.ZodType<Trouble> = z.object({
  what: z.string(),
  next: z.string(),
  code: z.string().nullable(),
  requestId: z.string().nullable(),
});

/** An approval or a refusal by one person. */
export const decision: z.ZodType<Decision> = z.object({
  userId: z.string(),
  at: moment,
  entitlement: z.string(),
  reason: z.string().nullable(),
});

/** A request for opening. */
export const openingRequest: z.ZodType<OpeningRequest> = z.object({
  code: z.string(),
  plan,
  cost,
  balanceMicros: z.number(),
  requestedBy: z.string(),
  requestedAt: moment,
  expiresAt: moment,
  reason: z.string().nullable(),
  warnings: z.array(checkFinding),
});

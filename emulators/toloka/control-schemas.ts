import { z } from "zod";
import { ACCOUNT_PROBLEMS } from "./account-state.ts";
import { POOL_STATUSES } from "./entities.ts";
import { ANALYTICS_RESULTS, BALANCE_MODES } from "./settings.ts";
import { DELIVERY_ERRORS, DELIVERY_OUTCOMES } from "./webhooks/deliveries.ts";

/** Bodies and answers of the control API. */
export const advanceSchema = z.union([
  z.strictObject({ seconds: z.number().min(0) }),
  z.strictObject({ ms: z.number().min(0) }),
]);
export const runSchema = z.strictObject({ speed: z.number().positive().default(1) });
export const balanceSchema = z.strictObject({ balance: z.number() });
const reason = z.string().regex(/^[A-Z][A-Z_]*$/, "a reason is a word in capitals");
export const reasonSchema = z.strictObject({ reason });
export const editSchema = z.strictObject({ patch: z.record(z.string(), z.unknown()) });
export const addTasksSchema = z.strictObject({
  tasks: z.array(z.record(z.string(), z.unknown())).min(1),
});
export const settingsPatchSchema = z
  .strictObject({
    accountProblem: z.enum(ACCOUNT_PROBLEMS),
    operationDelayMs: z.int().min(0),
    balanceMode: z.enum(BALANCE_MODES),
    refuseExpiredOpen: z.boolean(),
    requirePublicDescription: z.boolean(),
    minReward: z.number().min(0),
    maxTasksPerPool: z.int().min(0),
    maxSuitesPerPool: z.int().min(0),
    rateLimitFactor: z.number().min(0),
    autoArchive: z.boolean(),
    archiveAfterRejectionDays: z.number().min(0),
    webhookAttempts: z.int().min(1),
    webhookBackoffMs: z.int().min(0),
    webhookTimeoutMs: z.int().min(1),
    webhookBatchSize: z.int().min(1),
    feeRate: z.number().min(0),
    minFee: z.number().min(0),
    maxAssignmentsPerPool: z.int().min(0),
    asyncCreateStatus: z.union([z.literal(200), z.literal(201), z.literal(202)]),
    aggregateByTaskStatus: z.union([z.literal(200), z.literal(201)]),
    analyticsResults: z.enum(ANALYTICS_RESULTS),
  })
  .partial();

export const clockSchema = z.object({
  now: z.string(),
  ms: z.number(),
  frozen: z.boolean(),
  speed: z.number(),
});

const poolStateSchema = z.object({
  id: z.string(),
  project_id: z.string(),
  private_name: z.string(),
  status: z.enum(POOL_STATUSES),
  last_close_reason: reason.nullable(),
  will_expire: z.string(),
  tasks: z.number(),
});

export const stateSchema = z.object({
  now: z.string(),
  balance: z.number(),
  counts: z.object({
    projects: z.number(),
    pools: z.number(),
    tasks: z.number(),
    operations: z.number(),
    requests: z.number(),
  }),
  pools: z.array(poolStateSchema),
});

export const ledgerEntrySchema = z.object({
  seq: z.number(),
  at: z.string(),
  virtual_at: z.string(),
  method: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.union([z.string(), z.array(z.string())])),
  headers: z.object({
    authorization: z.string().nullable(),
    content_type: z.string().nullable(),
    user_agent: z.string().nullable(),
  }),
  body: z.unknown(),
  status: z.number().nullable(),
  response: z.unknown(),
  fault: z.string().nullable(),
  answered: z.boolean(),
  effect: z.enum(["now", "late", "none"]),
  ms: z.number(),
});

export const outsideEntrySchema = z.object({
  seq: z.number(),
  at: z.string(),
  virtual_at: z.string(),
  source: z.enum(["outside", "late-effect"]),
  action: z.string(),
  details: z.record(z.string(), z.unknown()),
});

/** One attempt to bring events to a subscriber. */
export const deliverySchema = z.object({
  seq: z.number(),
  at: z.string(),
  virtual_at: z.string(),
  subscription_id: z.string(),
  url: z.string(),
  attempt: z.number(),
  events: z.array(z.record(z.string(), z.unknown())),
  signature: z.string().nullable(),
  status: z.number().nullable(),
  error: z.enum(DELIVERY_ERRORS).nullable(),
  outcome: z.enum(DELIVERY_OUTCOMES),
});

export type ControlState = z.infer<typeof stateSchema>;
export type ControlClock = z.infer<typeof clockSchema>;
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

import { z } from "zod";
import { POOL_STATUSES } from "./entities.ts";
import { BALANCE_MODES } from "./settings.ts";

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
    operationDelayMs: z.int().min(0),
    balanceMode: z.enum(BALANCE_MODES),
    refuseExpiredOpen: z.boolean(),
    requirePublicDescription: z.boolean(),
    minReward: z.number().min(0),
    maxTasksPerPool: z.int().min(0),
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

export type ControlState = z.infer<typeof stateSchema>;
export type ControlClock = z.infer<typeof clockSchema>;
export type SettingsPatch = z.infer<typeof settingsPatchSchema>;

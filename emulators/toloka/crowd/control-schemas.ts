import { z } from "zod";

const share = z.number().min(0).max(1);
const spread = <T extends z.ZodNumber>(number: T) => z.union([number, z.tuple([number, number])]);

/** Bodies of the control API about the crowd. */
export const crowdSchema = z.strictObject({
  workers: z.int().min(1).max(10_000).default(30),
  seed: z.int().default(1),
  accuracy: spread(share).default([0.75, 0.95]),
  /** Seconds that a task takes. */
  speed: spread(z.number().positive()).default([4, 12]),
  skip_rate: spread(share).default(0),
  expire_rate: spread(share).default(0),
  captcha_fail_rate: spread(share).default(0),
  languages: z.array(z.string().regex(/^[A-Z]{2}$/)).default([]),
  country: z
    .string()
    .regex(/^[A-Z]{2}$/)
    .optional(),
  region: z.int().optional(),
  skills: z
    .array(z.strictObject({ skill_id: z.string(), value: spread(z.number().min(0).max(100)) }))
    .default([]),
  /** Whether they begin at once. */
  start: z.boolean().default(false),
});

const outputValues = z.record(z.string(), z.unknown());
const inputValues = z.record(z.string(), z.unknown());

/** Right answers: by task, or for all tasks of a pool with an input. */
export const truthSchema = z.strictObject({
  answers: z.array(
    z.union([
      z.strictObject({ task_id: z.string(), output_values: outputValues }),
      z.strictObject({
        pool_id: z.string(),
        input_values: inputValues,
        output_values: outputValues,
      }),
    ]),
  ),
});

export const crowdStateSchema = z.object({
  seed: z.number(),
  running: z.boolean(),
  workers: z.array(
    z.object({
      id: z.string(),
      accuracy: z.number(),
      seconds_per_task: z.number(),
      submitted: z.number(),
      accepted: z.number(),
      rejected: z.number(),
      skipped: z.number(),
      expired: z.number(),
      active: z.number(),
    }),
  ),
});

export const chargesSchema = z.object({
  opening: z.number(),
  balance: z.number(),
  reserved: z.number(),
  spent: z.number(),
  promised: z.number(),
  charges: z.array(
    z.looseObject({
      seq: z.number(),
      at: z.string(),
      kind: z.string(),
      payment: z.number(),
      fee: z.number(),
      balance: z.number(),
      reserved: z.number(),
    }),
  ),
});

export type CrowdRequest = z.input<typeof crowdSchema>;
export type TruthRequest = z.input<typeof truthSchema>;
export type CrowdState = z.infer<typeof crowdStateSchema>;
export type ChargesState = z.infer<typeof chargesSchema>;

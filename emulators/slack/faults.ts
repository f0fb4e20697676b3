import { z } from "zod";

const FAULT_KINDS = [
  "rate-limit",
  "error",
  "http-500",
  "reset-before",
  "reset-after",
  "timeout-before",
  "timeout-after",
  "delay",
] as const;

/**
 * A fault on demand. `method` is a Web API method, `*`, `response_url`, `upload` or `download`.
 * The first `after` matching calls pass, then `times` calls are hit (all, when left out).
 * `-before`: the call has no effect; `-after`: it has, and the app does not hear of it.
 */
export const faultRuleSchema = z.strictObject({
  method: z.string().min(1),
  kind: z.enum(FAULT_KINDS),
  times: z.number().int().positive().optional(),
  after: z.number().int().nonnegative().optional(),
  error: z.string().optional(),
  /** Seconds for the `Retry-After` header of a rate limit; 1 when left out. */
  retryAfter: z.number().int().nonnegative().optional(),
  delayMs: z.number().int().nonnegative().optional(),
});

export type FaultRule = z.infer<typeof faultRuleSchema>;

export type Faults = {
  add(rule: FaultRule): void;
  clear(): void;
  list(): (FaultRule & { seen: number; hit: number })[];
  /** The fault of this call, if any; counts the call. */
  take(method: string): FaultRule | undefined;
};

export function createFaults(): Faults {
  let rules: { rule: FaultRule; seen: number; hit: number }[] = [];
  return {
    add(rule) {
      rules.push({ rule, seen: 0, hit: 0 });
    },
    clear() {
      rules = [];
    },
    list: () => rules.map(({ rule, seen, hit }) => ({ ...rule, seen, hit })),
    take(method) {
      for (const entry of rules) {
        const { rule } = entry;
        if (rule.method !== "*" && rule.method !== method) continue;
        entry.seen += 1;
        if (entry.seen <= (rule.after ?? 0)) continue;
        if (rule.times !== undefined && entry.hit >= rule.times) continue;
        entry.hit += 1;
        return rule;
      }
      return undefined;
    },
  };
}

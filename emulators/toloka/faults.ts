import { z } from "zod";

const FAULT_KINDS = [
  "status",
  "html",
  "empty",
  "timeout-before",
  "timeout-after",
  "reset-before",
  "reset-after",
  "delay",
  "operation-fail",
  "duplicate",
  "truncated",
  "repeating",
] as const;

/**
 * A rule that spoils requests. `route` is a method and a path below `/api/v1` ("POST /pools",
 * "POST /pools/:id/open", "* /tasks") or a regular expression between slashes over the same text
 * ("/^POST .*open$/"). Webhooks have the method WEBHOOK and the event as path ("WEBHOOK
 * /POOL_CLOSED"): "delay" sends an event `delayMs` of virtual time late, "duplicate" sends it twice.
 */
export const faultRuleSchema = z.strictObject({
  route: z.string().refine((route) => matcherOf(route) !== undefined, "not a route"),
  kind: z.enum(FAULT_KINDS),
  /** How many requests are spoilt; all when absent. */
  times: z.int().min(1).optional(),
  /** How many matching requests pass untouched first. */
  after: z.int().min(0).optional(),
  /** HTTP status of "status" (default 500), "html" and "empty" (default 502). */
  status: z.int().min(200).max(599).optional(),
  code: z.string().optional(),
  interval: z.enum(["MIN", "HOUR", "DAY"]).optional(),
  /** With "status": the envelope's payload, such as a map of wrong fields. */
  payload: z.record(z.string(), z.unknown()).optional(),
  /** Seconds in the Retry-After header. */
  retryAfter: z.int().min(0).optional(),
  delayMs: z.int().min(0).optional(),
  /** With "timeout-after" and "reset-after": the effect lands so long after the cut. */
  lateMs: z.int().min(0).optional(),
  /** With "status", "html" and "empty": the request takes effect before its answer is spoilt. */
  effect: z.boolean().optional(),
});

export type FaultRule = z.infer<typeof faultRuleSchema>;

/** A rule in use, with what it did so far. */
export const activeFaultSchema = faultRuleSchema.extend({
  id: z.number(),
  seen: z.number(),
  applied: z.number(),
});

export type ActiveFault = z.infer<typeof activeFaultSchema>;

/** The rules of one emulator. */
export type Faults = {
  add(rule: FaultRule): ActiveFault;
  list(): readonly ActiveFault[];
  clear(): void;
  /** The first rule that wants this request; counts it. */
  take(method: string, path: string): ActiveFault | undefined;
};

/** No rules yet. */
export function createFaults(): Faults {
  let rules: (ActiveFault & { matches: (request: string) => boolean })[] = [];
  let lastId = 0;
  return {
    add(rule) {
      lastId += 1;
      const matches = matcherOf(rule.route);
      if (matches === undefined) throw new Error(`Not a route: ${rule.route}`);
      const active = { ...rule, id: lastId, seen: 0, applied: 0, matches };
      rules.push(active);
      return publicForm(active);
    },
    list: () => rules.map(publicForm),
    clear() {
      rules = [];
    },
    take(method, path) {
      const request = `${method} ${path.replace(/^\/api\/v1/, "").replace(/(.)\/+$/, "$1")}`;
      let taken: ActiveFault | undefined;
      for (const rule of rules) {
        if (!rule.matches(request)) continue;
        rule.seen += 1;
        if (taken !== undefined || rule.seen <= (rule.after ?? 0)) continue;
        if (rule.times !== undefined && rule.applied >= rule.times) continue;
        rule.applied += 1;
        taken = rule;
      }
      return taken;
    },
  };
}

function publicForm(fault: ActiveFault & { matches?: unknown }): ActiveFault {
  const { matches: _matches, ...rule } = fault;
  return rule;
}

function matcherOf(route: string): ((request: string) => boolean) | undefined {
  const regex = /^\/(.+)\/([a-z]*)$/.exec(route);
  if (regex !== null) {
    try {
      const pattern = new RegExp(regex[1] ?? "", regex[2]);
      return (request) => request.search(pattern) >= 0;
    } catch {
      return undefined;
    }
  }
  const parts = /^([A-Z]+|\*) (\/\S*)$/.exec(route);
  if (parts === null) return undefined;
  const [, method = "", path = ""] = parts;
  const segments = path
    .replace(/^\/api\/v1(?=\/)/, "")
    .replace(/(.)\/+$/, "$1")
    .split("/")
    .map((segment) => (/^(:.+|\{.+\}|\*)$/.test(segment) ? "[^/]+" : escaped(segment)));
  const methodPattern = method === "*" ? "[A-Z]+" : method;
  const pattern = new RegExp(`^${methodPattern} ${segments.join("/")}$`);
  return (request) => pattern.test(request);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

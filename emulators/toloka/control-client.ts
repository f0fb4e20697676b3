import { z } from "zod";
import {
  type ControlClock,
  type ControlState,
  clockSchema,
  deliverySchema,
  ledgerEntrySchema,
  outsideEntrySchema,
  type SettingsPatch,
  stateSchema,
} from "./control-schemas.ts";
import { type CrowdControl, crowdControl } from "./crowd/control-client.ts";
import type { CloseReason } from "./entities.ts";
import { type ActiveFault, activeFaultSchema, type FaultRule } from "./faults.ts";
import type { JsonObject } from "./json.ts";
import type { LedgerEntry } from "./ledger.ts";
import type { OutsideEntry } from "./outside.ts";
import { type VisitorControl, visitorControl } from "./visitor/control-client.ts";
import type { Delivery } from "./webhooks/deliveries.ts";

/** The control API, typed. Each method throws an Error with the server's text when refused. */
export type TolokaControl = CrowdControl &
  VisitorControl & {
    /** Requests with a number above `since`. */
    ledger(since?: number): Promise<LedgerEntry[]>;
    outside(): Promise<OutsideEntry[]>;
    clock(): Promise<ControlClock>;
    advance(step: { seconds: number } | { ms: number }): Promise<ControlClock>;
    freeze(): Promise<ControlClock>;
    run(speed?: number): Promise<ControlClock>;
    addFault(rule: FaultRule): Promise<void>;
    /** The rules in use, with how many requests each has spoilt. */
    faults(): Promise<readonly ActiveFault[]>;
    clearFaults(): Promise<void>;
    /** Dollars. */
    setBalance(balance: number): Promise<void>;
    changeSettings(patch: SettingsPatch): Promise<void>;
    openOutside(poolId: string): Promise<void>;
    closeWithReason(poolId: string, reason: CloseReason): Promise<void>;
    complete(poolId: string): Promise<void>;
    editPool(poolId: string, patch: JsonObject): Promise<void>;
    addTasks(poolId: string, tasks: readonly JsonObject[]): Promise<void>;
    state(): Promise<ControlState>;
    /** Attempts to bring events to subscribers, in order. */
    webhooks(): Promise<Delivery[]>;
    /** The whole account as JSON, for `loadSnapshot`. */
    saveSnapshot(): Promise<JsonObject>;
    loadSnapshot(snapshot: JsonObject): Promise<void>;
    reset(): Promise<void>;
  };

/** A client of the stand-in at `url` (without `/_control`), or of one in memory by its `fetch`. */
export function createTolokaControl(
  url: string,
  fetcher: (request: Request) => Promise<Response> = fetch,
): TolokaControl {
  async function call<T>(
    method: string,
    path: string,
    schema: z.ZodType<T>,
    body?: object,
  ): Promise<T> {
    const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
    const response = await fetcher(new Request(`${url}/_control${path}`, init));
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return schema.parse(JSON.parse(text));
  }

  async function act(method: string, path: string, body?: object): Promise<void> {
    await call(method, path, z.unknown(), body);
  }

  return {
    ...crowdControl(call),
    ...visitorControl(call),
    ledger: (since = 0) => call("GET", `/ledger?since=${since}`, z.array(ledgerEntrySchema)),
    outside: () => call("GET", "/outside", z.array(outsideEntrySchema)),
    clock: () => call("GET", "/clock", clockSchema),
    advance: (step) => call("POST", "/clock/advance", clockSchema, step),
    freeze: () => call("POST", "/clock/freeze", clockSchema),
    run: (speed = 1) => call("POST", "/clock/run", clockSchema, { speed }),
    addFault: (rule) => act("POST", "/faults", rule),
    faults: () => call("GET", "/faults", z.array(activeFaultSchema)),
    clearFaults: () => act("DELETE", "/faults"),
    setBalance: (balance) => act("POST", "/balance", { balance }),
    changeSettings: (patch) => act("POST", "/settings", patch),
    openOutside: (poolId) => act("POST", `/pools/${poolId}/open`),
    closeWithReason: (poolId, reason) =>
      act("POST", `/pools/${poolId}/close-with-reason`, { reason }),
    complete: (poolId) => act("POST", `/pools/${poolId}/complete`),
    editPool: (poolId, patch) => act("POST", `/pools/${poolId}/edit`, { patch }),
    addTasks: (poolId, tasks) => act("POST", `/pools/${poolId}/add-tasks`, { tasks }),
    state: () => call("GET", "/state", stateSchema),
    webhooks: () => call("GET", "/webhooks", z.array(deliverySchema)),
    saveSnapshot: () => call("POST", "/snapshots/save", z.record(z.string(), z.unknown())),
    loadSnapshot: (snapshot) => act("POST", "/snapshots/load", snapshot),
    reset: () => act("POST", "/reset"),
  };
}

import type { RunEvent } from "../domain/event.ts";
import type { Trouble } from "../domain/run.ts";
import type { Pool } from "../domain/toloka.ts";
import type { TolokaError } from "../domain/toloka-error.ts";
import type { RunChange } from "./store-ports.ts";

/** A step that goes on later. `limited`: because a quota of Toloka is used up, which passes by itself. */
export type Waiting = { readonly kind: "wait"; readonly ms: number; readonly limited?: boolean };

/** The wait after an error that passes: as long as Toloka asks for, else `otherwiseMs` milliseconds. */
export const waitAfter = (error: TolokaError, otherwiseMs: number): Waiting => ({
  kind: "wait",
  ms: error.facts.retryAfterMs ?? otherwiseMs,
  limited: error.facts.status === 429,
});

/** What one step of preparing ended in. */
export type StepOutcome =
  | {
      readonly kind: "next";
      readonly change: RunChange;
      readonly events: readonly RunEvent[];
      /** The run's pool as Toloka has it now: the picture that later looks are compared with. */
      readonly seen?: Pool;
    }
  | Waiting
  | { readonly kind: "stopped"; readonly trouble: Trouble };

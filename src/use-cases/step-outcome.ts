import type { RunEvent } from "../domain/event.ts";
import type { Trouble } from "../domain/run.ts";
import type { Pool } from "../domain/toloka.ts";
import type { RunChange } from "./store-ports.ts";

/** What one step of preparing ended in. */
export type StepOutcome =
  | {
      readonly kind: "next";
      readonly change: RunChange;
      readonly events: readonly RunEvent[];
      /** The run's pool as Toloka has it now: the picture that later looks are compared with. */
      readonly seen?: Pool;
    }
  | { readonly kind: "wait"; readonly ms: number }
  | { readonly kind: "stopped"; readonly trouble: Trouble };

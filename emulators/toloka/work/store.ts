import type { JsonObject } from "../json.ts";
import type { Aggregated, Assignment, Charge, Counters, Crowd, Sums } from "./entities.ts";

/** The part of the store about work and money; all plain data, so that a snapshot can hold it. */
export type WorkStore = {
  assignments: Map<string, Assignment>;
  charges: Charge[];
  sums: Sums;
  /** Collector's uuid and Toloker, joined by a space -> what the collector knows of them. */
  collected: Map<string, Counters>;
  /** Operation -> its results in order of task ids. */
  aggregations: Map<string, Aggregated[]>;
  /** Task -> the right answer, known to the crowd alone. */
  truth: Map<string, JsonObject>;
  crowd: Crowd;
};

/** No work yet, on an account with `opening` micro-dollars. */
export function createWorkStore(opening: number): WorkStore {
  return {
    assignments: new Map(),
    charges: [],
    sums: { opening, reserved: 0, spent: 0, promised: 0 },
    collected: new Map(),
    aggregations: new Map(),
    truth: new Map(),
    crowd: { seed: 0, running: false, workers: [] },
  };
}

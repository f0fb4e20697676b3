import type { Clock } from "./clock.ts";
import { formatDate } from "./dates.ts";
import type { JsonObject } from "./json.ts";

/** Something that happened without a request of the API at that moment. */
export type OutsideEntry = {
  seq: number;
  at: string;
  virtual_at: string;
  /** "outside": done by a person in Toloka's own pages; "late-effect": a cut request that landed. */
  source: "outside" | "late-effect";
  action: string;
  details: JsonObject;
};

/** Append-only log of things done behind the client's back. */
export type OutsideLog = {
  add(source: OutsideEntry["source"], action: string, details: JsonObject): OutsideEntry;
  entries(): readonly OutsideEntry[];
};

/** An empty log that dates its entries by `clock`. */
export function createOutsideLog(clock: Clock): OutsideLog {
  const entries: OutsideEntry[] = [];
  return {
    entries: () => entries,
    add(source, action, details) {
      const entry: OutsideEntry = {
        seq: entries.length + 1,
        at: new Date().toISOString(),
        virtual_at: formatDate(clock.now()),
        source,
        action,
        details,
      };
      entries.push(entry);
      return entry;
    },
  };
}

import { closeSync, openSync, writeSync } from "node:fs";
import type { LedgerEntry, NewLedgerEntry } from "./ledger-entry.ts";

/** The append-only record of all that passed between the workspace and the app. */
export type Ledger = {
  /** Appends and returns the entry's number, counted from 1. */
  append(entry: NewLedgerEntry): number;
  /** The entries with a number above `seq`. */
  since(seq: number): LedgerEntry[];
  /** The number of the newest entry; 0 when there is none. */
  size(): number;
  close(): void;
};

/** `file`: JSON lines are appended to it at once, so that a killed process loses nothing. */
export function createLedger(file: string | undefined): Ledger {
  const entries: LedgerEntry[] = [];
  const handle = file === undefined ? undefined : openSync(file, "a");
  return {
    append(entry) {
      const seq = entries.length + 1;
      const whole = { seq, at: new Date().toISOString(), ...entry };
      entries.push(whole);
      if (handle !== undefined) writeSync(handle, `${JSON.stringify(whole)}\n`);
      return seq;
    },
    size: () => entries.length,
    since: (seq) => entries.slice(Math.max(0, seq)),
    close() {
      if (handle !== undefined) closeSync(handle);
    },
  };
}

import type { Environment } from "../domain/environment.ts";
import type { Finding } from "./probe.ts";

/** A clock that differs by more than this, in milliseconds, makes deadlines wrong. */
const mostSkewMs = 30_000;

/** A sweep is never expected more often than this, in milliseconds. */
const leastSweepMs = 15_000;

/** A sweep is late when the last one is three of the schedule's pauses old. */
export const sweepFinding = (facts: {
  readonly environment: Environment;
  /** When the last complete look began, and now, by the same clock; null when there was none. */
  readonly lastLook: Date | null;
  readonly now: Date;
  /** How long this process has run, in milliseconds: it gets the time of three sweeps for its first. */
  readonly upMs: number;
  /** The pause between two sweeps, in milliseconds. */
  readonly everyMs: number;
}): Finding => {
  const name = `sweep-${facts.environment}`;
  const bound = Math.max(3 * facts.everyMs, leastSweepMs);
  const since = facts.lastLook === null ? null : facts.now.getTime() - facts.lastLook.getTime();
  const ageMs = Math.min(since ?? facts.upMs, facts.upMs);
  if (ageMs < bound) return { name, ok: true, why: "ok" };
  const age = since === null ? "never" : `${Math.round(since / 1_000)} s ago`;
  return {
    name,
    ok: false,
    why: `pools were last looked at ${age}; the schedule says every ${Math.round(facts.everyMs / 1_000)} s`,
  };
};

/** This machine's clock beside another one; `offsetMs` null when nothing is known of the other. */
export const clockFinding = (other: string, offsetMs: number | null): Finding => {
  const name = `clock-${other}`;
  if (offsetMs === null || Math.abs(offsetMs) <= mostSkewMs) return { name, ok: true, why: "ok" };
  const way = offsetMs > 0 ? "behind" : "ahead of";
  return {
    name,
    ok: false,
    why: `this machine is ${Math.round(Math.abs(offsetMs) / 1_000)} s ${way} it`,
  };
};

/** Free space of the data folder's disk, in bytes; null where there is no data folder. */
export const diskFinding = (freeBytes: number | null, leastBytes: number): Finding => {
  if (freeBytes === null || freeBytes >= leastBytes) return { name: "disk", ok: true, why: "ok" };
  const mib = (bytes: number): string => `${Math.floor(bytes / 1_048_576)} MB`;
  return {
    name: "disk",
    ok: false,
    why: `${mib(freeBytes)} free for the data folder, ${mib(leastBytes)} needed; new requests are refused`,
  };
};

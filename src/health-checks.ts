import { environments } from "./domain/environment.ts";
import { TolokaError } from "./domain/toloka-error.ts";
import { createProbe, type Finding, type Tried } from "./health/probe.ts";
import { clockFinding, diskFinding, sweepFinding } from "./health/readiness.ts";
import { SlackFailure, type Toloka, type TolokaConnection } from "./use-cases/ports.ts";
import type { Database } from "./use-cases/store-ports.ts";
import { lastLook } from "./use-cases/watch-pools.ts";

/** What readiness is judged by. */
export type Checked = {
  readonly database: Database;
  readonly toloka: Toloka;
  /** Asks Slack who the bot is. Throws SlackFailure. */
  readonly askSlack: () => Promise<unknown>;
  /** The pause between two sweeps, in milliseconds. */
  readonly sweepEveryMs: () => number;
  /** Free bytes for the embedded database; null on Postgres. */
  readonly freeBytes: () => Promise<number | null>;
  readonly leastFreeBytes: number;
  /** Slack's clock minus this machine's, in milliseconds; null while unknown. */
  readonly slackOffsetMs: () => number | null;
};

/** An outside party counts as reachable for so long after its last good answer, in milliseconds. */
const outsideFreshMs = 5 * 60_000;

const tried = async (
  work: () => Promise<unknown>,
  explain: (error: unknown) => Tried,
): Promise<Tried> => {
  try {
    await work();
    return { kind: "ok", why: "ok" };
  } catch (error) {
    return explain(error);
  }
};

const slackTrouble = (error: unknown): Tried => {
  if (!(error instanceof SlackFailure)) return { kind: "failed", why: "the call failed" };
  return error.kind === "permanent"
    ? { kind: "refused", why: `Slack does not take the bot token (${error.code})` }
    : { kind: "failed", why: `Slack gave no good answer (${error.code})` };
};

const tolokaTrouble = (error: unknown): Tried => {
  if (!(error instanceof TolokaError)) return { kind: "failed", why: "the call failed" };
  const { status, code } = error.facts;
  return status === 401 || status === 403
    ? { kind: "refused", why: `Toloka does not take the key (${status})` }
    : { kind: "failed", why: `Toloka gave no good answer (${status ?? "none"} ${code})` };
};

/** Makes the look at readiness: one finding a check, all asked at once. */
export const createChecks = (checked: Checked): (() => Promise<readonly Finding[]>) => {
  const { database, toloka } = checked;
  const startedMs = performance.now();
  const nowMs = () => performance.now();
  const connections = environments.flatMap((each) => toloka.connection(each) ?? []);
  const write = createProbe({
    name: "database",
    freshMs: 0,
    nowMs,
    attempt: () =>
      tried(
        () => database.notes.write("ready", new Date().toISOString()),
        () => ({ kind: "failed", why: "it cannot be written" }),
      ),
  });
  const slack = createProbe({
    name: "slack",
    freshMs: outsideFreshMs,
    nowMs,
    attempt: () => tried(checked.askSlack, slackTrouble),
  });
  const accounts = connections.map((connection) =>
    createProbe({
      name: `toloka-${connection.environment}`,
      freshMs: outsideFreshMs,
      nowMs,
      attempt: () => tried(() => connection.requester(), tolokaTrouble),
    }),
  );
  const sweep = async (connection: TolokaConnection): Promise<Finding> => {
    const noted = await database.notes.read(lastLook(connection));
    return sweepFinding({
      environment: connection.environment,
      lastLook: noted === null ? null : new Date(noted),
      now: connection.now(),
      upMs: nowMs() - startedMs,
      everyMs: checked.sweepEveryMs(),
    });
  };
  return async () => {
    const writable = await write();
    const outside = await Promise.all([slack(), ...accounts.map((account) => account())]);
    // Without a database there is nothing to read sweeps from, and its own finding says so.
    const sweeps = writable.ok ? await Promise.all(connections.map(sweep)) : [];
    const clocks = connections.map((connection) =>
      clockFinding(`toloka-${connection.environment}`, connection.now().getTime() - Date.now()),
    );
    return [
      writable,
      diskFinding(await checked.freeBytes(), checked.leastFreeBytes),
      ...outside,
      ...sweeps,
      ...clocks,
      clockFinding("slack", checked.slackOffsetMs()),
    ];
  };
};

import type { Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";
import type { StepOutcome } from "./step-outcome.ts";
import { type ChunkOutcome, chunkKind, uploadChunk } from "./upload-chunk.ts";

/** Under this kind the number of tasks that a pool had before the first chunk is remembered. */
export const baselineKind = (checkId: string): string => `baseline:${checkId}`;

/** Counts the tasks a pool has before the first chunk is sent, once, and remembers it. */
const countBefore = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
  poolId: string,
  checkId: string,
): Promise<void> => {
  const { effects } = deps.database;
  const known = await effects.find(run.id, baselineKind(checkId), 0);
  if (known?.status === "done") return;
  await effects.begin(run.id, baselineKind(checkId), 0, poolId);
  let total = 0;
  for await (const page of connection.tasks(poolId)) total += page.length;
  await effects.finish(run.id, baselineKind(checkId), 0, String(total));
};

/**
 * How many chunks are under way together. Each has its own effect and operation id, so repeating them needs
 * no order. The pool may: one made here mixes its tasks at random, one made elsewhere may give them out in
 * the order of their creation (Toloka API, mixer_config), so there chunks follow each other.
 */
const atOnce = (run: Run): number => (run.poolBody === null ? 1 : 3);

/** The next chunks that are not done, at most so many as may be under way together. */
const pending = async (deps: Deps, run: Run, checkId: string): Promise<readonly number[]> => {
  const chunks = await deps.database.rows.chunkCount(checkId);
  const found: number[] = [];
  for (let ordinal = 0; ordinal < chunks && found.length < atOnce(run); ordinal += 1) {
    const effect = await deps.database.effects.find(run.id, chunkKind(checkId), ordinal);
    if (effect?.status === "done" && ordinal < (run.upload?.chunks ?? 0)) continue;
    found.push(ordinal);
  }
  return found;
};

type Uploaded = { readonly outcome: ChunkOutcome; readonly rows: number };

/** Waits for all, also when one fails, so that nothing is under way any more when the job is repeated. */
const allOf = async <Value>(tries: readonly Promise<Value>[]): Promise<readonly Value[]> => {
  await Promise.allSettled(tries);
  return Promise.all(tries);
};

/** Uploads the next chunks that are not done, or goes on to reading back. */
export const prepareUpload = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
): Promise<StepOutcome> => {
  const { poolId, checkId, report } = run;
  if (poolId === null || checkId === null || report === null) {
    throw new Error(`run ${run.id} has nothing to upload`);
  }
  await countBefore(deps, connection, run, poolId, checkId);
  const ordinals = await pending(deps, run, checkId);
  const last = ordinals.at(-1);
  if (last === undefined) return { kind: "next", change: { step: "verify" }, events: [] };
  const upload = async (ordinal: number): Promise<Uploaded> => {
    const chunk = await deps.database.rows.chunk(checkId, ordinal);
    if (chunk === null) throw new Error(`chunk ${ordinal} of run ${run.id} is gone`);
    const outcome = await uploadChunk(deps, connection, run, poolId, checkId, chunk);
    return { outcome, rows: chunk.rows.length };
  };
  const uploaded = await allOf(ordinals.map(upload));
  // A part that needs a person counts more than one that can wait; the others have their effects done.
  const held = uploaded.map(({ outcome }) => outcome).filter((each) => each.kind !== "uploaded");
  const stop = held.find(({ kind }) => kind === "stopped") ?? held[0];
  if (stop !== undefined) return stop;
  const rows = uploaded.reduce((sum, each) => sum + each.rows, 0);
  const sent = (run.upload?.sent ?? 0) + rows;
  return {
    kind: "next",
    change: { upload: { sent, total: report.good, chunks: last + 1 } },
    events: [],
  };
};

import type { Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";
import type { StepOutcome } from "./step-outcome.ts";
import { chunkKind, uploadChunk } from "./upload-chunk.ts";

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

/** Uploads the next chunk that is not done, or goes on to reading back. */
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
  const chunks = await deps.database.rows.chunkCount(checkId);
  for (let ordinal = 0; ordinal < chunks; ordinal += 1) {
    const effect = await deps.database.effects.find(run.id, chunkKind(checkId), ordinal);
    if (effect?.status === "done" && ordinal < (run.upload?.chunks ?? 0)) continue;
    const chunk = await deps.database.rows.chunk(checkId, ordinal);
    if (chunk === null) throw new Error(`chunk ${ordinal} of run ${run.id} is gone`);
    const outcome = await uploadChunk(deps, connection, run, poolId, checkId, chunk);
    if (outcome.kind !== "uploaded") return outcome;
    const sent = (run.upload?.sent ?? 0) + chunk.rows.length;
    return {
      kind: "next",
      change: { upload: { sent, total: report.good, chunks: ordinal + 1 } },
      events: [],
    };
  }
  return { kind: "next", change: { step: "verify" }, events: [] };
};

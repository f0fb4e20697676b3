import type { Pool, Project } from "../domain/toloka.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import type { Deps } from "./deps.ts";
import { markedRun } from "./marker.ts";
import type { TolokaConnection } from "./ports.ts";
import { say } from "./say.ts";

/** Objects made longer ago are not looked at again, in milliseconds. */
const lookBackMs = 48 * 3_600_000;

type Orphan = { readonly runId: string; readonly kind: "project" | "pool"; readonly id: string };

/** The pages' objects with our marker whose run has another one. A run that has none yet may still take it. */
const orphansOf = async (
  deps: Deps,
  kind: Orphan["kind"],
  pages: AsyncIterable<readonly (Pool | Project)[]>,
): Promise<readonly Orphan[]> => {
  const found: Orphan[] = [];
  for await (const page of pages) {
    for (const object of page) {
      const runId = markedRun(object);
      if (runId === null || object.status === "ARCHIVED") continue;
      const run = await deps.database.runs.find(runId);
      const used = kind === "pool" ? run?.poolId : run?.projectId;
      if (used == null || used === object.id) continue;
      found.push({ runId, kind, id: object.id });
    }
  }
  return found;
};

/** Archives one orphan and tells its run's thread, once. */
const archive = async (deps: Deps, connection: TolokaConnection, orphan: Orphan): Promise<void> => {
  const { runId, kind, id } = orphan;
  if (kind === "pool") {
    const pool = await connection.pool(id);
    if (pool.status !== "CLOSED" || pool.lastStarted !== null) {
      deps.log.error({ pool: id, run: runId }, "a second pool of a run was started by somebody");
      return;
    }
  }
  await deps.database.transaction(async (store) => {
    if (!(await store.deliveries.first(`orphan ${connection.environment} ${kind} ${id}`, "orphan")))
      return;
    await store.audit.write({
      actor: "lifeguard",
      action: `archive-${kind}`,
      subject: runId,
      before: null,
      after: id,
    });
    await say(store, runId, {
      type: "step-done",
      step: kind,
      text: `A second ${kind} (${id}) was made by a request that reached Toloka late. It was never open, and I archive it.`,
    });
  });
  deps.log.warn({ [kind]: id, run: runId }, "an orphan is archived");
  await (kind === "pool" ? connection.archivePool(id) : connection.archiveProject(id));
  deps.tally("orphan_archived", kind);
};

/**
 * Every hour or as the policy says: archives never started objects with our marker that their run does not
 * use, as a creation leaves that lands after its look-up was over. Objects of runs that this installation
 * does not know are left alone: another one may work on the same account.
 */
export const archiveOrphans = async (deps: Deps, connection: TolokaConnection): Promise<void> => {
  const note = `orphans:${connection.environment}`;
  const now = deps.clock.now();
  const last = await deps.database.notes.read(note);
  if (last !== null && now.getTime() - Date.parse(last) < deps.policy.orphansEveryMs) return;
  const createdAfter = new Date(connection.now().getTime() - lookBackMs);
  const orphans = [
    ...(await orphansOf(deps, "pool", connection.pools({ createdAfter }))),
    ...(await orphansOf(deps, "project", connection.projects({ createdAfter }))),
  ];
  for (const orphan of orphans) {
    try {
      await archive(deps, connection, orphan);
    } catch (error) {
      if (!(error instanceof TolokaError)) throw error;
      deps.log.warn({ object: orphan.id, code: error.facts.code }, "an orphan was not archived");
    }
  }
  await deps.database.notes.write(note, now.toISOString());
};

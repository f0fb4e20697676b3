import type { Pool } from "../entities.ts";
import type { JsonObject } from "../json.ts";
import { kindOf, mixerNumber, type TaskKind } from "../work/kinds.ts";

/** The tasks of one page of a preview. */
export type PreviewSuite = readonly { readonly id: string; readonly body: JsonObject }[];

/** The member of `mixer_config` that says how many tasks of a kind a suite has. */
const SIZES: { readonly [kind in TaskKind]: string } = {
  general: "real_tasks_count",
  golden: "golden_tasks_count",
  training: "training_tasks_count",
};

/**
 * The suites that a preview leafs through, whatever the pool's state: those made by hand, or the tasks in
 * order of creation, so many of each kind as smart mixing puts together.
 */
export function previewSuites(pool: Pool): readonly PreviewSuite[] {
  const made = pool.suites.filter(({ mixed }) => !mixed);
  if (made.length > 0) {
    return made.map(({ tasks }) => tasks.map((body) => ({ id: String(body.id), body })));
  }
  if (pool.training !== undefined) return chunks(pool, "training", () => true);
  const [general, golden, training] = (["general", "golden", "training"] as const).map((kind) =>
    chunks(pool, kind, (body) => kindOf(body) === kind),
  );
  const lists = [general ?? [], golden ?? [], training ?? []];
  const count = lists.find((list) => list.length > 0)?.length ?? 0;
  return Array.from({ length: count }, (_, index) => lists.flatMap((list) => turn(list, index)));
}

function chunks(
  pool: Pool,
  kind: TaskKind,
  isWanted: (body: JsonObject) => boolean,
): PreviewSuite[] {
  const size = mixerNumber(pool, SIZES[kind], 0);
  const tasks = pool.tasks.filter(({ body }) => isWanted(body));
  if (size < 1) return [];
  const count = Math.ceil(tasks.length / size);
  return Array.from({ length: count }, (_, index) => tasks.slice(index * size, (index + 1) * size));
}

/** Control and teaching tasks come again when there are fewer of them than suites. */
function turn(list: readonly PreviewSuite[], index: number): PreviewSuite {
  return list.length === 0 ? [] : (list[index % list.length] ?? []);
}

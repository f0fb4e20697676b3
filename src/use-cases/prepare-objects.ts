import type { Run } from "../domain/run.ts";
import type { Pool, Project } from "../domain/toloka.ts";
import { type Creation, createOnce } from "./create-object.ts";
import type { Deps } from "./deps.ts";
import { carriesMarker, markerOf } from "./marker.ts";
import type { TolokaConnection } from "./ports.ts";

/** The first object on the pages that carries the run's marker. */
const firstMarked = async <Made extends Pool | Project>(
  pages: AsyncIterable<readonly Made[]>,
  runId: string,
): Promise<Made | null> => {
  for await (const page of pages) {
    const found = page.find((object) => carriesMarker(object, runId));
    if (found !== undefined) return found;
  }
  return null;
};

/** Creates the run's project, or finds the one an interrupted attempt made. */
export const prepareProject = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
): Promise<Creation<Project>> => {
  const body = run.projectBody;
  if (body === null) throw new Error(`run ${run.id} has no project to create`);
  return createOnce(deps, connection, run, {
    kind: "project",
    create: () => connection.createProject({ ...body, ...markerOf(run.id) }),
    findMarked: (createdAfter) => firstMarked(connection.projects({ createdAfter }), run.id),
    read: (id) => connection.project(id),
  });
};

/** Creates the run's pool (closed, empty), or finds the one an interrupted attempt made. */
export const preparePool = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
): Promise<Creation<Pool>> => {
  const body = run.poolBody;
  const projectId = run.projectId;
  if (body === null || projectId === null) throw new Error(`run ${run.id} has no pool to create`);
  return createOnce(deps, connection, run, {
    kind: "pool",
    create: () => connection.createPool({ ...body, project_id: projectId, ...markerOf(run.id) }),
    findMarked: (createdAfter) =>
      firstMarked(connection.pools({ projectId, createdAfter }), run.id),
    read: (id) => connection.pool(id),
  });
};

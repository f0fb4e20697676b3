import { planArchiving } from "./auto-archive.ts";
import { compileFieldSpecs, type FieldSpecs } from "./checks/field-specs.ts";
import { checkPool } from "./checks/pool.ts";
import { parseDate } from "./dates.ts";
import type { Pool, Project, Snapshot } from "./entities.ts";
import { conflict, validationError } from "./errors.ts";
import { storedBody } from "./formats.ts";
import { isObject, type JsonObject, objectOr } from "./json.ts";
import type { World } from "./world.ts";

/** A pool's body that passed all checks. */
export type CheckedPool = { body: JsonObject; project: Project; willExpire: number };

/**
 * Checks a pool's body and its project.
 * @throws ApiError 400 with all wrong fields; 409 when the project is archived
 */
export function checkedPool(
  world: World,
  body: JsonObject,
  options: { allowArchivedProject?: boolean } = {},
): CheckedPool {
  const errors = checkPool(body, world.settings);
  const project = world.store.projects.get(String(body.project_id));
  if (project === undefined) errors.add("project_id", "ENTITY_DOES_NOT_EXIST");
  const date = body.will_expire;
  const willExpire = typeof date === "string" ? parseDate(date) : undefined;
  if (!errors.isEmpty() || project === undefined || willExpire === undefined) {
    throw validationError(errors.map());
  }
  if (project.status !== "ACTIVE" && options.allowArchivedProject !== true) {
    throw conflict("PROJECT_INAPPROPRIATE_STATUS");
  }
  return { body: storedBody(body), project, willExpire };
}

/** A new pool, closed and empty, with a snapshot of the project's fields as they are now. */
export function createPool(world: World, checked: CheckedPool, at: number): Pool {
  const pool: Pool = {
    id: world.store.ids.pool(),
    projectId: checked.project.id,
    created: at,
    status: "CLOSED",
    willExpire: checked.willExpire,
    body: checked.body,
    snapshot: snapshotOf(checked.project),
    tasks: [],
    suites: [],
    lastActive: at,
  };
  world.store.pools.set(pool.id, pool);
  planArchiving(world, pool);
  return pool;
}

/** The fields of a project as they are now. */
export function snapshotOf(project: Project): Snapshot {
  const taskSpec = objectOr(project.body.task_spec);
  const inferred = inferredFields(taskSpec);
  return {
    input: specsOf(taskSpec.input_spec, inferred.input),
    output: specsOf(taskSpec.output_spec, inferred.output),
  };
}

function specsOf(written: unknown, inferred: readonly string[]): FieldSpecs {
  const specs = new Map(compileFieldSpecs(objectOr(written)));
  for (const name of inferred) {
    if (!specs.has(name)) specs.set(name, { type: "any", isArray: false, required: false });
  }
  return specs;
}

/** With `inferDataSpec` the fields are the first segments of the config's data paths. */
function inferredFields(taskSpec: JsonObject): { input: string[]; output: string[] } {
  const found = { input: [] as string[], output: [] as string[] };
  const view = objectOr(taskSpec.view_spec);
  const config = view.config;
  if (view.inferDataSpec !== true || typeof config !== "string") return found;
  JSON.parse(config, (_key, value: unknown) => {
    if (!isObject(value) || typeof value.path !== "string") return value;
    const [first = ""] = value.path.split(".");
    if (value.type === "data.input") found.input.push(first);
    if (value.type === "data.output") found.output.push(first);
    return value;
  });
  return found;
}

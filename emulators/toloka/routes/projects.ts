import { demandReadyAccount } from "../account-state.ts";
import { type Answer, bodyObject, type Call, fateOf, type Route } from "../api.ts";
import { createFieldErrors } from "../checks/fields.ts";
import { checkProject } from "../checks/project.ts";
import { PROJECT_STATUSES, type Project } from "../entities.ts";
import { conflict, doesNotExist, inappropriateStatus, validationError } from "../errors.ts";
import { formatProject, storedBody } from "../formats.ts";
import type { JsonObject } from "../json.ts";
import { formatOperation, startOperation } from "../operations.ts";
import { type Listing, pageOf } from "../pages.ts";
import { differenceLevel } from "../project-difference.ts";
import { oneOfQuery } from "../query.ts";

const PATH = "/api/v1/projects";

/** Projects (Toloka API, projects). */
export const projectRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listProjects },
  { method: "POST", path: PATH, handle: createProject },
  { method: "GET", path: `${PATH}/:id`, handle: getProject },
  { method: "PUT", path: `${PATH}/:id`, handle: replaceProject },
  { method: "POST", path: `${PATH}/:id/archive`, handle: archiveProject },
  { method: "POST", path: "/api/staging/projects/:id/check", handle: checkReplacement },
];

const LISTING: Listing<Project> = {
  ids: "number",
  ascending: true,
  ranges: ["id", "created"],
  sorts: ["id", "created", "public_name", "private_comment"],
  keyOf(project, field) {
    if (field === "id") return Number(project.id);
    if (field === "created") return project.created;
    const text = project.body[field];
    return typeof text === "string" ? text : undefined;
  },
};

function listProjects({ world, query }: Call): Answer {
  const errors = createFieldErrors();
  const status = oneOfQuery(query, "status", PROJECT_STATUSES, errors);
  const owner = query.get("owner") ?? undefined;
  const { requesterId, projects } = world.store;
  const page = pageOf(
    [...projects.values()],
    query,
    LISTING,
    (project) =>
      (status === undefined || project.status === status) &&
      (owner === undefined || owner === requesterId),
    errors,
  );
  const items = page.items.map((project) => formatProject(project, requesterId));
  return { status: 200, body: { items, has_more: page.hasMore } };
}

function createProject(call: Call): Answer {
  demandReadyAccount(call.world);
  const { clock, store } = call.world;
  const project: Project = {
    id: "",
    created: clock.now(),
    status: "ACTIVE",
    body: checkedBody(call),
  };
  project.id = store.ids.project();
  store.projects.set(project.id, project);
  return { status: 201, body: formatProject(project, store.requesterId) };
}

function getProject(call: Call): Answer {
  return { status: 200, body: formatProject(findProject(call), call.world.store.requesterId) };
}

function replaceProject(call: Call): Answer {
  const body = checkedBody(call);
  const project = findProject(call);
  if (project.status !== "ACTIVE") throw inappropriateStatus(["ACTIVE"]);
  project.body = body;
  return { status: 200, body: formatProject(project, call.world.store.requesterId) };
}

function archiveProject(call: Call): Answer {
  const { world } = call;
  const project = findProject(call);
  if (project.status === "ARCHIVED") return { status: 204 };
  const { pools: regular, trainings } = world.store;
  const pools = [...regular.values(), ...trainings.values()].filter(
    (pool) => pool.projectId === project.id,
  );
  if (pools.some((pool) => pool.status !== "ARCHIVED")) {
    throw conflict("UNARCHIVED_POOLS_CONFLICT");
  }
  const operation = startOperation(
    world,
    {
      type: "PROJECT.ARCHIVE",
      parameters: { project_id: project.id },
      run() {
        project.status = "ARCHIVED";
        return { status: "SUCCESS", details: {} };
      },
    },
    fateOf(call),
  );
  return { status: 202, body: formatOperation(operation, world.clock.now()) };
}

/** Says what a replacement would change, and changes nothing. */
function checkReplacement(call: Call): Answer {
  const body = checkedBody(call);
  const project = findProject(call);
  return { status: 200, body: { differenceLevel: differenceLevel(project.body, body) } };
}

function checkedBody(call: Call): JsonObject {
  const body = bodyObject(call);
  const errors = checkProject(body, call.world.settings);
  if (!errors.isEmpty()) throw validationError(errors.map());
  return storedBody(body);
}

function findProject({ world, id }: Call): Project {
  const project = world.store.projects.get(id);
  if (project === undefined) throw doesNotExist();
  return project;
}

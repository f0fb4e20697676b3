import { type Answer, bodyObject, type Call, type Route } from "../api.ts";
import { createFieldErrors } from "../checks/fields.ts";
import { POOL_STATUSES, type Pool } from "../entities.ts";
import { conflict, doesNotExist, inappropriateStatus, validationError } from "../errors.ts";
import { type Listing, pageOf } from "../pages.ts";
import { poolLock } from "../pool-machine.ts";
import { oneOfQuery } from "../query.ts";
import {
  checkedTraining,
  createTraining,
  formatTraining,
  replaceTraining,
} from "../training-making.ts";

const PATH = "/api/v1/trainings";

/** Trainings as documents (Toloka API, trainings); their state is changed as that of pools. */
export const trainingRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listTrainings },
  { method: "POST", path: PATH, handle: addTraining },
  { method: "GET", path: `${PATH}/:id`, handle: getTraining },
  { method: "PUT", path: `${PATH}/:id`, handle: putTraining },
];

const LISTING: Listing<Pool> = {
  ids: "number",
  ascending: true,
  ranges: ["id", "created", "last_started"],
  sorts: ["id", "created", "last_started"],
  keyOf(training, field) {
    if (field === "id") return Number(training.id);
    return field === "created" ? training.created : training.lastStarted;
  },
};

function listTrainings({ world, query }: Call): Answer {
  const errors = createFieldErrors();
  const status = oneOfQuery(query, "status", POOL_STATUSES, errors);
  const projectId = query.get("project_id") ?? undefined;
  const page = pageOf(
    [...world.store.trainings.values()],
    query,
    LISTING,
    (training) =>
      (status === undefined || training.status === status) &&
      (projectId === undefined || training.projectId === projectId),
    errors,
  );
  const items = page.items.map((training) => formatTraining(training, world.store.requesterId));
  return { status: 200, body: { items, has_more: page.hasMore } };
}

function addTraining(call: Call): Answer {
  const { world } = call;
  const checked = checkedTraining(world, bodyObject(call));
  const training = createTraining(world, checked, world.clock.now());
  return { status: 201, body: formatTraining(training, world.store.requesterId) };
}

function getTraining(call: Call): Answer {
  return { status: 200, body: formatTraining(findTraining(call), call.world.store.requesterId) };
}

/** Full replacement of a closed training; its project can not be changed. */
function putTraining(call: Call): Answer {
  const { world } = call;
  const checked = checkedTraining(world, bodyObject(call), { allowArchivedProject: true });
  const training = findTraining(call);
  if (checked.project.id !== training.projectId) {
    const errors = createFieldErrors();
    errors.add("project_id", "INVALID_VALUE");
    throw validationError(errors.map());
  }
  if (training.status !== "CLOSED") throw inappropriateStatus(["CLOSED"]);
  if (world.store.locks.has(poolLock(training))) {
    throw conflict("POOL_LOCKED_BY_ANOTHER_OPERATION");
  }
  replaceTraining(training, checked.body);
  training.lastActive = world.clock.now();
  return { status: 200, body: formatTraining(training, world.store.requesterId) };
}

/**
 * The training of the path.
 * @throws ApiError 404
 */
export function findTraining({ world, id }: Call): Pool {
  const training = world.store.trainings.get(id);
  if (training === undefined) throw doesNotExist();
  return training;
}

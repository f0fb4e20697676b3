import { METRICS, type Metric, measure } from "../analytics.ts";
import { type Answer, type Call, emptyBody, fateOf, type Route } from "../api.ts";
import { createFieldErrors, type FieldErrors, fieldsOf } from "../checks/fields.ts";
import { readId } from "../checks/id.ts";
import { formatDate } from "../dates.ts";
import type { Pool } from "../entities.ts";
import { validationError } from "../errors.ts";
import { isObject, type JsonObject } from "../json.ts";
import { formatOperation, startOperation } from "../operations.ts";
import { poolOrTraining } from "../store.ts";
import type { World } from "../world.ts";

/** Figures of pools; outside of v1 and of the documentation, known from a client of the platform. */
export const analyticsRoutes: readonly Route[] = [
  { method: "POST", path: "/api/staging/analytics-2", handle: analyse },
];

type Request = { pool: Pool; metric: Metric; intervalHours?: number; body: JsonObject };

function analyse(call: Call): Answer {
  const { world, body } = call;
  if (body === undefined || body === null) throw emptyBody();
  const errors = createFieldErrors();
  if (!Array.isArray(body)) errors.add("body", "ARRAY_EXPECTED");
  const items: readonly unknown[] = Array.isArray(body) ? body : [];
  const requests = items.flatMap((item, index) => readRequest(world, errors, item, index));
  if (!errors.isEmpty()) throw validationError(errors.map());
  const operation = startOperation(
    world,
    {
      type: "ANALYTICS",
      parameters: { value: items },
      run: (at) => ({
        status: "SUCCESS",
        details: { value: requests.map((request) => resultOf(world, request, at)) },
      }),
    },
    fateOf(call),
  );
  return { status: 200, body: formatOperation(operation, world.clock.now()) };
}

function readRequest(world: World, errors: FieldErrors, item: unknown, index: number): Request[] {
  if (!isObject(item)) {
    errors.add(String(index), "OBJECT_EXPECTED");
    return [];
  }
  const fields = fieldsOf(errors, item, String(index));
  const name = fields.oneOf("name", METRICS, { required: true });
  fields.oneOf("subject", ["POOL"], { required: true });
  const id = readId(fields, "subject_id", { required: true });
  const needsInterval = name === "active_workers_by_filter_count";
  const intervalHours = fields.integer("interval_hours", { required: needsInterval, min: 1 });
  const pool = id === undefined ? undefined : poolOrTraining(world.store, id);
  if (id !== undefined && pool === undefined) fields.fail("subject_id", "ENTITY_DOES_NOT_EXIST");
  const metric = METRICS.find((known) => known === name);
  if (pool === undefined || metric === undefined) return [];
  return [{ pool, metric, body: item, ...(intervalHours === undefined ? {} : { intervalHours }) }];
}

function resultOf(
  world: World,
  { pool, metric, intervalHours, body }: Request,
  at: number,
): JsonObject {
  const value = measure(world, pool, metric, at, intervalHours);
  const bare = world.settings.analyticsResults === "number";
  const approximate = metric === "estimated_assignments_count";
  const result = bare ? value : { type: "NORMAL", value, infinite: false, approximate };
  return { request: body, result, finished: formatDate(at) };
}

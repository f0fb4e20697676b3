import { type Answer, bodyObject, type Call, type Route } from "../api.ts";
import { createFieldErrors, type FieldErrors, fieldsOf } from "../checks/fields.ts";
import type { Pool } from "../entities.ts";
import { doesNotExist, inappropriateStatus, validationError } from "../errors.ts";
import { poolOfId } from "../ids.ts";
import { type Listing, pageOf } from "../pages.ts";
import { poolOrTraining } from "../store.ts";
import { accept, poolOf, reject } from "../work/assignment-steps.ts";
import { ASSIGNMENT_STATUSES, type Assignment } from "../work/entities.ts";
import { formatAssignment } from "../work/format-assignment.ts";
import { indexOf } from "../work/pool-index.ts";
import type { World } from "../world.ts";

const PATH = "/api/v1/assignments";
const MAX_COMMENT = 2048;

/** Answers and their review (Toloka API, assignments). */
export const assignmentRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listAssignments },
  { method: "GET", path: `${PATH}/:id`, handle: getAssignment },
  { method: "PATCH", path: `${PATH}/:id`, handle: reviewAssignment },
];

const FIELDS = [
  "id",
  "created",
  "submitted",
  "accepted",
  "rejected",
  "skipped",
  "expired",
] as const;

const LISTING: Listing<Assignment> = {
  ids: "text",
  ascending: true,
  ranges: FIELDS,
  sorts: FIELDS,
  keyOf(assignment, field) {
    const name = FIELDS.find((known) => known === field);
    return name === undefined ? undefined : assignment[name];
  },
};

/** One of pool, suite or task is named; statuses may be a comma list. */
function listAssignments({ world, query }: Call): Answer {
  const errors = createFieldErrors();
  const suiteId = query.get("task_suite_id");
  const taskId = query.get("task_id");
  const userId = query.get("user_id");
  const pool = askedPool(world, query, errors);
  const statuses = query.get("status")?.split(",");
  for (const status of statuses ?? []) {
    if (!ASSIGNMENT_STATUSES.some((known) => known === status)) {
      errors.add("status", "UNKNOWN_ENUM_VALUE");
    }
  }
  const wanted = (assignment: Assignment): boolean =>
    (suiteId === null || assignment.suiteId === suiteId) &&
    (taskId === null || assignment.taskIds.includes(taskId)) &&
    (userId === null || assignment.userId === userId) &&
    (statuses === undefined || statuses.includes(assignment.status));
  const all = pool === undefined ? [] : indexOf(world, pool).assignments;
  const page = pageOf(all, query, LISTING, wanted, errors);
  const items = page.items.map((assignment) => formatAssignment(world, assignment));
  return { status: 200, body: { items, has_more: page.hasMore } };
}

/** The pool in which to look: ids of suites and tasks name theirs. */
function askedPool(world: World, query: URLSearchParams, errors: FieldErrors): Pool | undefined {
  const poolId = query.get("pool_id");
  const part = query.get("task_suite_id") ?? query.get("task_id");
  if (poolId === null && part === null) {
    errors.add("pool_id", "VALUE_REQUIRED");
    return undefined;
  }
  const id = poolId ?? poolOfId(part ?? "");
  const pool = id === undefined ? undefined : poolOrTraining(world.store, id);
  if (poolId !== null && pool === undefined) errors.add("pool_id", "ENTITY_DOES_NOT_EXIST");
  return pool;
}

function getAssignment(call: Call): Answer {
  return { status: 200, body: formatAssignment(call.world, findAssignment(call)) };
}

/**
 * Submitted work is accepted or rejected, rejected work accepted after all; nothing else, and nothing
 * in an archived pool.
 */
function reviewAssignment(call: Call): Answer {
  const { world } = call;
  const errors = createFieldErrors();
  const fields = fieldsOf(errors, bodyObject(call));
  const status = fields.oneOf("status", ["ACCEPTED", "REJECTED"], { required: true });
  const comment = fields.string("public_comment");
  if (comment !== undefined && comment.length > MAX_COMMENT) {
    fields.fail("public_comment", "STRING_LENGTH_GREATER_THAN_MAX", [MAX_COMMENT]);
  }
  if (!errors.isEmpty()) throw validationError(errors.map());
  const assignment = findAssignment(call);
  if (poolOf(world, assignment).status === "ARCHIVED")
    throw inappropriateStatus(["OPEN", "CLOSED"]);
  const from = status === "ACCEPTED" ? ["SUBMITTED", "REJECTED"] : ["SUBMITTED"];
  if (!from.includes(assignment.status)) throw inappropriateStatus(from);
  const review = status === "ACCEPTED" ? accept : reject;
  review(world, assignment, world.clock.now(), comment);
  return { status: 200, body: formatAssignment(world, assignment) };
}

function findAssignment({ world, id }: Call): Assignment {
  const assignment = world.store.assignments.get(id);
  if (assignment === undefined) throw doesNotExist();
  return assignment;
}

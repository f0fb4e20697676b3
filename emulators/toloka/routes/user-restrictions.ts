import { type Answer, bodyObject, type Call, type Route } from "../api.ts";
import { createFieldErrors } from "../checks/fields.ts";
import { checkedRestriction } from "../checks/restriction.ts";
import { conflict, doesNotExist } from "../errors.ts";
import { formatRestriction } from "../formats-people.ts";
import { type Listing, pageOf } from "../pages.ts";
import { restrict } from "../people.ts";
import { RESTRICTION_SCOPES, type UserRestriction } from "../people-entities.ts";
import { oneOfQuery } from "../query.ts";

const PATH = "/api/v1/user-restrictions";

/** Bans (Toloka API, user restrictions); those of scope SYSTEM are Toloka's own. */
export const userRestrictionRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listRestrictions },
  { method: "PUT", path: PATH, handle: putRestriction },
  { method: "GET", path: `${PATH}/:id`, handle: getRestriction },
  { method: "DELETE", path: `${PATH}/:id`, handle: deleteRestriction },
];

const LISTING: Listing<UserRestriction> = {
  ids: "number",
  ascending: false,
  ranges: ["id", "created"],
  sorts: ["id", "created"],
  keyOf: (restriction, field) => (field === "id" ? Number(restriction.id) : restriction.created),
};

/** A list by scope POOL names the pool, one by PROJECT the project. */
function listRestrictions({ world, query }: Call): Answer {
  const errors = createFieldErrors();
  const scope = oneOfQuery(query, "scope", RESTRICTION_SCOPES, errors);
  const userId = query.get("user_id");
  const poolId = query.get("pool_id");
  const projectId = query.get("project_id");
  if (scope === "POOL" && poolId === null) errors.add("pool_id", "VALUE_REQUIRED");
  if (scope === "PROJECT" && projectId === null) errors.add("project_id", "VALUE_REQUIRED");
  const wanted = (restriction: UserRestriction): boolean =>
    (scope === undefined || restriction.scope === scope) &&
    (userId === null || restriction.userId === userId) &&
    (poolId === null || restriction.poolId === poolId) &&
    (projectId === null || restriction.projectId === projectId);
  const page = pageOf([...world.store.restrictions.values()], query, LISTING, wanted, errors);
  const items = page.items.map(formatRestriction);
  return { status: 200, body: { items, has_more: page.hasMore } };
}

function putRestriction(call: Call): Answer {
  const { store, clock } = call.world;
  const wanted = checkedRestriction(store, bodyObject(call));
  if (wanted.scope === "SYSTEM") throw conflict("SYSTEM_SCOPE_MODIFICATION");
  return { status: 200, body: formatRestriction(restrict(store, wanted, clock.now())) };
}

function getRestriction(call: Call): Answer {
  return { status: 200, body: formatRestriction(findRestriction(call)) };
}

function deleteRestriction(call: Call): Answer {
  const restriction = findRestriction(call);
  if (restriction.scope === "SYSTEM") throw conflict("SYSTEM_SCOPE_MODIFICATION");
  call.world.store.restrictions.delete(restriction.id);
  return { status: 204 };
}

function findRestriction({ world, id }: Call): UserRestriction {
  const restriction = world.store.restrictions.get(id);
  if (restriction === undefined) throw doesNotExist();
  return restriction;
}

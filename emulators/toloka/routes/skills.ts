import { type Answer, bodyObject, type Call, type Route } from "../api.ts";
import { createFieldErrors } from "../checks/fields.ts";
import { checkSkill } from "../checks/skill.ts";
import { ApiError, conflict, doesNotExist, validationError } from "../errors.ts";
import { formatSkill } from "../formats-people.ts";
import { type JsonObject, without } from "../json.ts";
import { type Listing, pageOf } from "../pages.ts";
import type { Skill } from "../people-entities.ts";
import { nextId } from "../people-store.ts";
import { oneOfQuery } from "../query.ts";

const PATH = "/api/v1/skills";
const READ_ONLY = ["id", "owner", "created", "training", "global"];

/** Skills (Toloka API, skills). There is no deletion. */
export const skillRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listSkills },
  { method: "POST", path: PATH, handle: createSkill },
  { method: "GET", path: `${PATH}/:id`, handle: getSkill },
  { method: "PUT", path: `${PATH}/:id`, handle: replaceSkill },
];

const LISTING: Listing<Skill> = {
  ids: "number",
  ascending: true,
  ranges: ["id", "created", "modified"],
  sorts: ["id", "created"],
  keyOf(skill, field) {
    if (field === "id") return Number(skill.id);
    return field === "created" ? skill.created : skill.modified;
  },
};

function listSkills({ world, query }: Call): Answer {
  const errors = createFieldErrors();
  const name = query.get("name") ?? undefined;
  const global = oneOfQuery(query, "global", ["true", "false"], errors);
  const { skills, requesterId } = world.store;
  const wanted = (skill: Skill): boolean =>
    !skill.removed &&
    (name === undefined || skill.body.name === name) &&
    (global === undefined || String(skill.global) === global);
  const page = pageOf([...skills.values()], query, LISTING, wanted, errors);
  const items = page.items.map((skill) => formatSkill(skill, requesterId));
  return { status: 200, body: { items, has_more: page.hasMore } };
}

function createSkill(call: Call): Answer {
  const { store, clock } = call.world;
  const body = checkedBody(call);
  const created = clock.now();
  const id = nextId(store, "skill");
  const kinds = { global: false, training: false, mine: true, removed: false };
  const skill: Skill = { id, created, modified: created, body, ...kinds };
  store.skills.set(id, skill);
  return { status: 201, body: formatSkill(skill, store.requesterId) };
}

function getSkill(call: Call): Answer {
  return { status: 200, body: formatSkill(findSkill(call), call.world.store.requesterId) };
}

/** Full replacement; only of one's own skills that are no training's. */
function replaceSkill(call: Call): Answer {
  const body = checkedBody(call);
  const skill = findSkill(call);
  if (!skill.mine) throw new ApiError(403, "ACCESS_DENIED", "Access denied");
  if (skill.removed) throw conflict("SKILL_REMOVED");
  if (skill.training) throw conflict("SKILL_IS_TRAINING");
  skill.body = body;
  skill.modified = call.world.clock.now();
  return { status: 200, body: formatSkill(skill, call.world.store.requesterId) };
}

function checkedBody(call: Call): JsonObject {
  const body = bodyObject(call);
  const errors = checkSkill(body);
  if (!errors.isEmpty()) throw validationError(errors.map());
  return without(body, READ_ONLY);
}

function findSkill({ world, id }: Call): Skill {
  const skill = world.store.skills.get(id);
  if (skill === undefined) throw doesNotExist();
  return skill;
}

import { type Answer, bodyObject, type Call, type Route } from "../api.ts";
import { createFieldErrors, fieldsOf } from "../checks/fields.ts";
import { readId } from "../checks/id.ts";
import { readTolokerId } from "../checks/known-people.ts";
import { conflict, doesNotExist, validationError } from "../errors.ts";
import { formatUserSkill } from "../formats-people.ts";
import { type Listing, pageOf } from "../pages.ts";
import { removeUserSkill, setUserSkill } from "../people.ts";
import type { UserSkill } from "../people-entities.ts";

const PATH = "/api/v1/user-skills";

/** Tolokers' values of skills (Toloka API, user skills). */
export const userSkillRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listUserSkills },
  { method: "PUT", path: PATH, handle: putUserSkill },
  { method: "GET", path: `${PATH}/:id`, handle: getUserSkill },
  { method: "DELETE", path: `${PATH}/:id`, handle: deleteUserSkill },
];

const LISTING: Listing<UserSkill> = {
  ids: "number",
  ascending: false,
  ranges: ["id", "created", "modified"],
  sorts: ["id", "created", "modified"],
  keyOf(skill, field) {
    if (field === "id") return Number(skill.id);
    return field === "created" ? skill.created : skill.modified;
  },
};

function listUserSkills({ world, query }: Call): Answer {
  const userId = query.get("user_id");
  const skillId = query.get("skill_id");
  const wanted = (skill: UserSkill): boolean =>
    (userId === null || skill.userId === userId) && (skillId === null || skill.skillId === skillId);
  const page = pageOf([...world.store.userSkills.values()], query, LISTING, wanted);
  return { status: 200, body: { items: page.items.map(formatUserSkill), has_more: page.hasMore } };
}

/** Sets a value, or changes the one that is there. */
function putUserSkill(call: Call): Answer {
  const { store, clock } = call.world;
  const errors = createFieldErrors();
  const fields = fieldsOf(errors, bodyObject(call));
  const userId = readTolokerId(fields, store);
  const skillId = readId(fields, "skill_id", { required: true });
  const value = fields.number("value", { required: true, min: 0, max: 100 });
  const reason = fields.string("reason");
  const skill = skillId === undefined ? undefined : store.skills.get(skillId);
  if (skillId !== undefined && skill === undefined)
    fields.fail("skill_id", "ENTITY_DOES_NOT_EXIST");
  if (skill?.mine === false) fields.fail("skill_id", "ENTITY_ACCESS_DENIED");
  if (!errors.isEmpty() || userId === undefined || skill === undefined || value === undefined) {
    throw validationError(errors.map());
  }
  if (skill.removed) throw conflict("SKILL_REMOVED");
  if (skill.training) throw conflict("SKILL_IS_TRAINING");
  const wanted = { userId, skillId: skill.id, value, ...(reason === undefined ? {} : { reason }) };
  return { status: 200, body: formatUserSkill(setUserSkill(store, wanted, clock.now())) };
}

function getUserSkill(call: Call): Answer {
  return { status: 200, body: formatUserSkill(findUserSkill(call)) };
}

function deleteUserSkill(call: Call): Answer {
  removeUserSkill(call.world.store, findUserSkill(call));
  return { status: 204 };
}

function findUserSkill({ world, id }: Call): UserSkill {
  const skill = world.store.userSkills.get(id);
  if (skill === undefined) throw doesNotExist();
  return skill;
}

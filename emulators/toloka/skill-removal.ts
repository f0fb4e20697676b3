import { conflict } from "./errors.ts";
import { formatSkill } from "./formats-people.ts";
import type { JsonObject } from "./json.ts";
import type { World } from "./world.ts";

/**
 * Removes a skill as its owner does in Toloka's own pages; the API has no such method.
 * @throws ApiError 409 while pools, projects or Tolokers use it
 */
export function removeSkill({ store }: World, id: string): JsonObject {
  const skill = store.skills.get(id);
  if (skill === undefined) throw conflict("SKILL_REMOVED");
  const pools = [...store.pools.values()].filter(({ status }) => status !== "ARCHIVED");
  if (pools.some(({ body }) => mentions(body, id))) throw conflict("SKILL_IS_USED");
  const projects = [...store.projects.values()].filter(({ status }) => status === "ACTIVE");
  if (projects.some(({ body }) => mentions(body, id))) throw conflict("SKILL_IS_USED_BY_PROJECTS");
  if ([...store.userSkills.values()].some(({ skillId }) => skillId === id)) {
    throw conflict("WORKER_SKILL_EXISTS");
  }
  skill.removed = true;
  return formatSkill(skill, store.requesterId);
}

/** Whether a filter, a quality rule or a setting names the skill. */
function mentions(body: JsonObject, skillId: string): boolean {
  let found = false;
  JSON.stringify(body, (_key, value: unknown) => {
    if (typeof value === "object" && value !== null) {
      const member = "category" in value && value.category === "skill" && "key" in value;
      if (member && String(value.key) === skillId) found = true;
      for (const name of ["skill_id", "answer_weight_skill_id"]) {
        const entry = Object.entries(value).find(([key]) => key === name);
        if (entry !== undefined && String(entry[1]) === skillId) found = true;
      }
    }
    return value;
  });
  return found;
}

import type { JsonObject } from "../domain/json.ts";
import type { Ban } from "../domain/toloka-people.ts";
import type { TolokaPeople } from "../use-cases/ports.ts";
import type { Client } from "./client.ts";
import { createLister, equal, inPath } from "./listing.ts";
import { formatDate } from "./schema/dates.ts";
import { nothingSchema } from "./schema/nothing.ts";
import { skillSchema, userSkillSchema } from "./schema/skill.ts";
import { userRestrictionSchema } from "./schema/user-restriction.ts";

const placeOf = (ban: Ban): JsonObject => {
  if (ban.scope === "PROJECT") return { project_id: ban.projectId };
  return ban.scope === "POOL" ? { pool_id: ban.poolId } : {};
};

/** Tolokers' skills and bans through a client. */
export const createTolokaPeople = ({ get, post, put, remove }: Client): TolokaPeople => {
  const list = createLister(get);
  return {
    skills: ({ name }) => list("/skills", skillSchema, equal("name", name)),
    createSkill: (body) => post("/skills", skillSchema, body),
    userSkills: ({ skillId, userId }) =>
      list("/user-skills", userSkillSchema, {
        ...equal("skill_id", skillId),
        ...equal("user_id", userId),
      }),
    setUserSkill: (skillId, userId, value) =>
      put("/user-skills", userSkillSchema, { skill_id: skillId, user_id: userId, value }),
    deleteUserSkill: async (id) => remove(`/user-skills/${inPath(id)}`, nothingSchema),
    restrictions: ({ userId }) =>
      list("/user-restrictions", userRestrictionSchema, equal("user_id", userId)),
    restrict: (ban) =>
      put("/user-restrictions", userRestrictionSchema, {
        scope: ban.scope,
        user_id: ban.userId,
        private_comment: ban.privateComment,
        ...placeOf(ban),
        ...(ban.willExpire === undefined ? {} : { will_expire: formatDate(ban.willExpire) }),
      }),
    liftRestriction: async (id) => remove(`/user-restrictions/${inPath(id)}`, nothingSchema),
  };
};

import type { Pool } from "./entities.ts";
import type { RestrictionScope, UserRestriction, UserSkill } from "./people-entities.ts";
import { nextId, type PeopleStore } from "./people-store.ts";

/** The value of a Toloker's skill; undefined when there is none. */
export function userSkillOf(
  store: PeopleStore,
  userId: string,
  skillId: string,
): UserSkill | undefined {
  const id = store.userSkillIds.get(userSkillKey(userId, skillId));
  return id === undefined ? undefined : store.userSkills.get(id);
}

/** Sets a Toloker's skill to `value` (0..100), as PUT /user-skills and the action SET_SKILL do. */
export function setUserSkill(
  store: PeopleStore,
  wanted: { userId: string; skillId: string; value: number; reason?: string },
  at: number,
): UserSkill {
  const { userId, skillId, value, reason } = wanted;
  const known = userSkillOf(store, userId, skillId);
  const skill: UserSkill = {
    id: known?.id ?? nextId(store, "userSkill"),
    skillId,
    userId,
    exactValue: value,
    ...(reason === undefined ? {} : { reason }),
    created: known?.created ?? at,
    modified: at,
  };
  store.userSkills.set(skill.id, skill);
  store.userSkillIds.set(userSkillKey(userId, skillId), skill.id);
  return skill;
}

/** Takes a value away again. */
export function removeUserSkill(store: PeopleStore, skill: UserSkill): void {
  store.userSkills.delete(skill.id);
  store.userSkillIds.delete(userSkillKey(skill.userId, skill.skillId));
}

function userSkillKey(userId: string, skillId: string): string {
  return `${userId} ${skillId}`;
}

/** A ban as it is asked for; without `willExpire` it never ends. */
export type WantedRestriction = {
  scope: RestrictionScope;
  userId: string;
  projectId?: string;
  poolId?: string;
  privateComment?: string;
  willExpire?: number;
};

/** Bans a Toloker; a ban of the same scope and place is replaced and keeps its id. */
export function restrict(
  store: PeopleStore,
  wanted: WantedRestriction,
  at: number,
): UserRestriction {
  const known = [...store.restrictions.values()].find(
    ({ scope, userId, projectId, poolId }) =>
      scope === wanted.scope &&
      userId === wanted.userId &&
      projectId === wanted.projectId &&
      poolId === wanted.poolId,
  );
  const restriction: UserRestriction = {
    ...wanted,
    id: known?.id ?? nextId(store, "restriction"),
    created: known?.created ?? at,
  };
  store.restrictions.set(restriction.id, restriction);
  return restriction;
}

/** Whether a ban keeps a Toloker from the tasks of a pool at the moment `at`. */
export function isRestricted(store: PeopleStore, userId: string, pool: Pool, at: number): boolean {
  for (const restriction of store.restrictions.values()) {
    if (restriction.userId !== userId) continue;
    if (restriction.willExpire !== undefined && restriction.willExpire <= at) continue;
    if (reaches(restriction, pool)) return true;
  }
  return false;
}

function reaches({ scope, projectId, poolId }: UserRestriction, pool: Pool): boolean {
  if (scope === "POOL") return poolId === pool.id;
  return scope === "PROJECT" ? projectId === pool.projectId : true;
}

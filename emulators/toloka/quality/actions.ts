import { ApiError } from "../errors.ts";
import { restrict, setUserSkill } from "../people.ts";
import { RESTRICTION_SCOPES } from "../people-entities.ts";
import { openAfterUpload } from "../pool-machine.ts";
import { accept, poolOf, reject } from "../work/assignment-steps.ts";
import { kindOf } from "../work/kinds.ts";
import { refreshTask } from "../work/pool-index.ts";
import { passesFilter } from "../work/standing.ts";
import type { World } from "../world.ts";
import type { Rule } from "./configs.ts";
import type { Finding } from "./judge.ts";

const UNITS: { readonly [unit: string]: number } = {
  MINUTES: 60_000,
  HOURS: 3_600_000,
  DAYS: 86_400_000,
};

/** Bans the Toloker as RESTRICTION_V2 or its elder form says; without a duration for ever. */
export function restrictBy(world: World, { parameters }: Rule, finding: Finding): void {
  const { pool, userId, at } = finding;
  const scope = RESTRICTION_SCOPES.find((known) => known === parameters.scope) ?? "POOL";
  const { private_comment: comment } = parameters;
  const length = durationOf(parameters);
  restrict(
    world.store,
    {
      scope,
      userId,
      ...(scope === "PROJECT" ? { projectId: pool.projectId } : {}),
      ...(scope === "POOL" ? { poolId: pool.id } : {}),
      ...(typeof comment === "string" ? { privateComment: comment } : {}),
      ...(length === undefined ? {} : { willExpire: at + length }),
    },
    at,
  );
}

function durationOf(parameters: Rule["parameters"]): number | undefined {
  const { duration, duration_days: days, duration_unit: unit } = parameters;
  if (typeof days === "number") return days * 86_400_000;
  const unitMs = UNITS[String(unit)];
  return typeof duration === "number" && unitMs !== undefined ? duration * unitMs : undefined;
}

/**
 * Sets the skill to the rule's value or to the collector's rate. The skill's id when the Toloker does
 * not meet the pool's filter any more.
 */
export function setSkill(world: World, rule: Rule, finding: Finding): string | undefined {
  const { pool, userId, at, facts } = finding;
  const { parameters } = rule;
  const skillId = String(parameters.skill_id);
  const from = String(parameters.from_field).replace("wrong_", "incorrect_");
  const value = rule.action === "SET_SKILL" ? parameters.skill_value : facts[from];
  if (typeof value !== "number") return undefined;
  const passedBefore = passesFilter(world, pool, userId);
  setUserSkill(world.store, { userId, skillId, value }, at);
  const passesNow = passesFilter(world, pool, userId);
  return passedBefore && !passesNow ? skillId : undefined;
}

/** Accepts or rejects everything of the Toloker that waits for its review. */
export function reviewAll(world: World, rule: Rule, finding: Finding, wide: boolean): void {
  const { pool, userId, at } = finding;
  const comment = rule.parameters.public_comment;
  for (const assignment of world.store.assignments.values()) {
    if (assignment.userId !== userId || assignment.status !== "SUBMITTED") continue;
    const place = poolOf(world, assignment);
    if (place !== pool && !(wide && place.projectId === pool.projectId)) continue;
    if (rule.action === "APPROVE_ALL_ASSIGNMENTS") accept(world, assignment, at);
    else reject(world, assignment, at, typeof comment === "string" ? comment : undefined);
  }
}

/** More, or fewer, answers for the general tasks of the work; opens the pool when the rule says so. */
export function changeOverlap(world: World, { parameters }: Rule, finding: Finding): void {
  const delta = typeof parameters.delta === "number" ? parameters.delta : 0;
  for (const assignment of finding.assignments) {
    const suite = world.store.suites.get(assignment.suiteId);
    if (suite?.mixed === false) grow(suite, delta);
    for (const id of assignment.taskIds) {
      const task = world.store.tasks.get(id);
      if (task === undefined || suite?.mixed === false || kindOf(task.body) !== "general") continue;
      grow(task, delta);
      refreshTask(world, task);
    }
  }
  if (parameters.open_pool !== true) return;
  try {
    openAfterUpload(world, finding.pool, finding.at);
  } catch (error) {
    // A pool that can not be opened stays as it is: nobody is there to be told.
    if (!(error instanceof ApiError)) throw error;
  }
}

/** The overlap never falls below what was handed out. */
function grow(one: { overlap: number | null; remaining: number | null }, delta: number): void {
  if (one.overlap === null || one.remaining === null) return;
  const change = Math.max(delta, -one.remaining);
  one.overlap += change;
  one.remaining += change;
}

import type { Pool, Task } from "../entities.ts";
import { isObject, type JsonObject } from "../json.ts";

/** What a task is for: real work, control with known answers, or teaching with a hint besides. */
export type TaskKind = "general" | "golden" | "training";

/** The kind of a task by its body (Toloka API, smart mixing). */
export function kindOf(body: JsonObject): TaskKind {
  const known = body.known_solutions;
  if (!Array.isArray(known) || known.length === 0) return "general";
  return typeof body.message_on_unknown_solution === "string" ? "training" : "golden";
}

/** The alternatives of a task's known answer. */
export function knownAnswers(body: JsonObject): JsonObject[] {
  const known: unknown = body.known_solutions;
  if (!Array.isArray(known)) return [];
  return known.flatMap((solution: unknown) =>
    isObject(solution) && isObject(solution.output_values) ? [solution.output_values] : [],
  );
}

/** Whether a task or suite can still be given to someone. */
export function hasRest({ remaining }: Pick<Task, "remaining">): boolean {
  return remaining === null || remaining > 0;
}

/** Whether a task or suite is meant for a Toloker, by its lists of who may and who may not. */
export function isFor(body: JsonObject, userId: string): boolean {
  const { reserved_for: reserved, unavailable_for: unavailable } = body;
  if (Array.isArray(reserved) && reserved.length > 0 && !reserved.includes(userId)) return false;
  return !(Array.isArray(unavailable) && unavailable.includes(userId));
}

/** A whole number of the pool's smart mixing, or the fallback. */
export function mixerNumber(pool: Pool, name: string, fallback: number): number {
  const mixer = pool.body.mixer_config;
  const value = isObject(mixer) ? mixer[name] : undefined;
  return typeof value === "number" ? value : fallback;
}

/** A switch of the pool's smart mixing, or the fallback. */
export function mixerFlag(pool: Pool, name: string, fallback: boolean): boolean {
  const mixer = pool.body.mixer_config;
  const value = isObject(mixer) ? mixer[name] : undefined;
  return typeof value === "boolean" ? value : fallback;
}

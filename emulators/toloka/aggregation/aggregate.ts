import type { Pool } from "../entities.ts";
import type { JsonObject } from "../json.ts";
import { userSkillOf } from "../people.ts";
import { answerOf, canonical } from "../quality/majority.ts";
import type { Aggregated, Assignment } from "../work/entities.ts";
import { indexOf } from "../work/pool-index.ts";
import type { World } from "../world.ts";
import { dawidSkene } from "./dawid-skene.ts";
import { optionsOf, weigh, weightOf } from "./weighted.ts";

/** A task's answers: who gave which output values. */
type Answers = readonly { userId: string; values: JsonObject }[];

/** Accepted answers of a pool by task, in order of task ids. */
export function acceptedAnswers(world: World, pool: Pool): [string, Answers][] {
  const found = [...indexOf(world, pool).answers].map(
    ([taskId, assignments]): [string, Answers] => [
      taskId,
      answersTo(taskId, assignments, ["ACCEPTED"]),
    ],
  );
  return found.filter(([, answers]) => answers.length > 0).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The answers to one task out of work of some statuses. */
export function answersTo(
  taskId: string,
  assignments: readonly Assignment[],
  statuses: readonly Assignment["status"][],
): Answers {
  return assignments.flatMap((assignment) => {
    const values = answerOf(assignment, taskId);
    if (values === undefined || !statuses.includes(assignment.status)) return [];
    return [{ userId: assignment.userId, values }];
  });
}

/** One answer a task by Dawid and Skene's method over one output field. */
export function byDawidSkene(world: World, pool: Pool, field: string): Aggregated[] {
  const originals = new Map<string, unknown>();
  const labels = acceptedAnswers(world, pool).flatMap(([task, answers]) =>
    answers.flatMap(({ userId, values }) => {
      if (values[field] === undefined) return [];
      const label = canonical(values[field]);
      originals.set(label, values[field]);
      return [{ task, worker: userId, label }];
    }),
  );
  return [...dawidSkene(labels).estimates].map(([taskId, { label, confidence }]) => ({
    poolId: pool.id,
    taskId,
    confidence: rounded(confidence),
    outputValues: { [field]: originals.get(label) },
  }));
}

/**
 * One answer a task, each field by itself, weighed with the Tolokers' values of a skill; the confidence
 * is that of the least certain field. Undefined without answers in any of the fields.
 */
export function byWeight(
  world: World,
  pool: Pool,
  task: { id: string; answers: Answers },
  fields: readonly string[],
  skillId: string,
): Aggregated | undefined {
  const outputValues: JsonObject = {};
  let confidence = 1;
  for (const field of fields) {
    const originals = new Map<string, unknown>();
    const votes = task.answers.flatMap(({ userId, values }) => {
      if (values[field] === undefined) return [];
      const label = canonical(values[field]);
      originals.set(label, values[field]);
      const weight = weightOf(userSkillOf(world.store, userId, skillId)?.exactValue);
      return [{ label, weight }];
    });
    const options = optionsOf(pool.snapshot.output.get(field), originals.size);
    const estimate = weigh(votes, options);
    if (estimate === undefined) continue;
    outputValues[field] = originals.get(estimate.label);
    confidence = Math.min(confidence, estimate.confidence);
  }
  if (Object.keys(outputValues).length === 0) return undefined;
  return { poolId: pool.id, taskId: task.id, confidence: rounded(confidence), outputValues };
}

function rounded(confidence: number): number {
  return Math.round(confidence * 1_000_000) / 1_000_000;
}

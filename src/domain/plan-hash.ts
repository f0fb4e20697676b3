import { canonicalJson, sha256Hex } from "./canonical.ts";
import { isJsonObject, type Json, type JsonObject } from "./json.ts";
import type { Plan, TaskSummary } from "./plan.ts";
import { termsOf } from "./pool-terms.ts";
import type { Pool } from "./toloka.ts";

/** Raised when the canonical form changes, so that old hashes never match by accident. */
const formVersion = 1;

const hashed = (plan: Omit<Plan, "hash">): JsonObject => ({
  v: formVersion,
  environment: plan.environment,
  account: plan.account,
  project_id: plan.projectId,
  pool_id: plan.poolId,
  terms: plan.terms,
  tasks: plan.tasks,
});

/** The plan that people approve, from the pool and the tasks as Toloka returned them. */
export const planOf = (facts: {
  readonly environment: string;
  readonly account: string;
  readonly pool: Pool;
  readonly tasks: TaskSummary;
}): Plan => {
  const plan = {
    environment: facts.environment,
    account: facts.account,
    projectId: facts.pool.projectId,
    poolId: facts.pool.id,
    terms: termsOf(facts.pool),
    tasks: facts.tasks,
  };
  return { ...plan, hash: sha256Hex(canonicalJson(hashed(plan))) };
};

/** Dotted names of the members that differ; lists are compared as a whole. */
const differing = (name: string, before: Json, after: Json): readonly string[] => {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  if (!isJsonObject(before) || !isJsonObject(after)) return [name];
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) =>
    differing(`${name}.${key}`, before[key] ?? null, after[key] ?? null),
  );
};

const taskDifferences = (before: TaskSummary, after: TaskSummary): readonly string[] => {
  if (canonicalJson(before) === canonicalJson(after)) return [];
  const named = [
    before.total === after.total ? null : "tasks.count",
    canonicalJson(before.overlaps) === canonicalJson(after.overlaps) &&
    before.infinite === after.infinite
      ? null
      : "tasks.overlap",
    before.golden === after.golden && before.training === after.training
      ? null
      : "tasks.known_solutions",
  ].filter((name) => name !== null);
  return named.length > 0 ? named : ["tasks.input_values"];
};

/**
 * Names the fields in which two plans differ, in Toloka's words (`reward_per_assignment`,
 * `mixer_config.real_tasks_count`, `tasks.overlap`); empty exactly when the hashes are equal.
 */
export const differences = (before: Plan, after: Plan): string[] => [
  ...differing("environment", before.environment, after.environment),
  ...differing("account", before.account, after.account),
  ...differing("pool_id", before.poolId, after.poolId),
  ...[...new Set([...Object.keys(before.terms), ...Object.keys(after.terms)])].flatMap((key) =>
    differing(key, before.terms[key] ?? null, after.terms[key] ?? null),
  ),
  ...taskDifferences(before.tasks, after.tasks),
];

import { tasksFields } from "../domain/form.ts";
import type { Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import type { RowRules } from "./ports.ts";
import type { RunChange } from "./store-ports.ts";

/** What rows are checked against, and what was learned about pool and project on the way. */
export type CheckFacts = {
  readonly rules: RowRules;
  /** For general rows that say nothing else. */
  readonly defaultOverlap: number;
  readonly named: Pick<RunChange, "projectId" | "projectName" | "poolName" | "willExpire">;
};

/** The overlap that was typed for the whole file; null when the pool's own shall count. */
const typedOverlap = (run: Run): number | null => {
  const typed = run.input.tasks?.[tasksFields.overlap];
  return typeof typed === "string" && /^\d+$/.test(typed.trim()) ? Number(typed) : null;
};

/**
 * Reads the specification that the project has in Toloka now; a project that is only being drafted is
 * taken from the draft. Throws TolokaError.
 */
export const checkFacts = async (deps: Deps, run: Run): Promise<CheckFacts> => {
  const connection = deps.toloka.connection(run.environment);
  if (connection === null) throw new Error(`no connection for ${run.environment}`);
  const pool = run.poolId === null ? null : await connection.pool(run.poolId);
  const projectId = pool?.projectId ?? run.projectId;
  const drafted = run.poolBody?.defaults.default_overlap_for_new_task_suites;
  const defaultOverlap =
    typedOverlap(run) ?? pool?.overlapForTasks ?? pool?.overlapForSuites ?? drafted ?? 1;
  if (projectId === null) {
    const spec = run.projectBody?.task_spec;
    if (spec === undefined) throw new Error(`run ${run.id} has no project to check rows against`);
    return {
      rules: { inputSpec: spec.input_spec, outputSpec: spec.output_spec },
      defaultOverlap,
      named: {},
    };
  }
  const project = await connection.project(projectId);
  return {
    rules: { inputSpec: project.inputSpec, outputSpec: project.outputSpec },
    defaultOverlap,
    named: {
      projectId,
      projectName: project.publicName,
      ...(pool === null ? {} : { poolName: pool.privateName, willExpire: pool.willExpire }),
    },
  };
};

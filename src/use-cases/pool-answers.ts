import type { Answer, TaskCounts } from "../domain/answer.ts";
import type { PoolTarget } from "../domain/command.ts";
import type { Environment } from "../domain/environment.ts";
import type { TaskSummary } from "../domain/plan.ts";
import type { Deps } from "./deps.ts";
import { findPool } from "./find-pool.ts";
import type { TolokaConnection } from "./ports.ts";
import { readPlan, readTasks } from "./read-plan.ts";
import { judgePool } from "./request-change.ts";
import { tolokaPage } from "./toloka-page.ts";
import { connectionFor, poolRefusalOf } from "./toloka-words.ts";

/** A question about one pool. */
export type PoolQuestion = {
  readonly environment: Environment;
  readonly target: PoolTarget;
  readonly channelId: string;
};

const countsOf = (tasks: TaskSummary): TaskCounts => ({
  total: tasks.total,
  golden: tasks.golden,
  training: tasks.training,
  infinite: tasks.infinite,
});

/** Finds the pool and answers about it; every failure becomes a refusal in words. */
const about = async (
  deps: Deps,
  question: PoolQuestion,
  verb: string,
  answer: (connection: TolokaConnection, poolId: string) => Promise<Answer>,
): Promise<Answer> => {
  const { environment } = question;
  const found = connectionFor(deps, environment, `${verb} of a pool (${environment})`);
  if ("refusal" in found)
    return { type: "refused", environment, refusal: found.refusal, requestId: null };
  let understood = `${verb} of a pool (${environment})`;
  let poolId = "";
  try {
    const pool = await findPool(
      deps,
      found.connection,
      environment,
      question.target,
      question.channelId,
    );
    if ("refusal" in pool)
      return { type: "refused", environment, refusal: pool.refusal, requestId: null };
    poolId = pool.poolId;
    understood = `${verb} of pool ${poolId} (${environment})`;
    return await answer(found.connection, poolId);
  } catch (error) {
    const told = poolRefusalOf(understood, { environment, poolId }, error);
    return { type: "refused", environment, ...told };
  }
};

/** How a pool stands now, read from Toloka; works for any pool of the account. */
export const poolStatus = (deps: Deps, question: PoolQuestion): Promise<Answer> =>
  about(deps, question, "Status", async (connection, poolId) => {
    const { environment } = question;
    const pool = await connection.pool(poolId);
    const tasks = pool.status === "ARCHIVED" ? null : countsOf(await readTasks(connection, poolId));
    return {
      type: "status",
      environment,
      pool,
      tasks,
      time: {
        willExpire: pool.willExpire,
        leftMs: pool.willExpire.getTime() - connection.now().getTime(),
      },
      run: await deps.database.runs.findByPool(environment, poolId),
      tolokaPage: tolokaPage(environment, pool.projectId, poolId),
    };
  });

/** What a pool would cost if it were opened now. */
export const poolCost = (deps: Deps, question: PoolQuestion): Promise<Answer> =>
  about(deps, question, "Cost", async (connection, poolId) => {
    const facts = await readPlan(connection, poolId);
    return {
      type: "cost",
      environment: question.environment,
      pool: facts.pool,
      tasks: countsOf(facts.tasks),
      cost: judgePool(deps, connection, facts).cost,
      balanceMicros: facts.requester.balanceMicros,
    };
  });

/** A dry run of opening: all named checks, nothing is sent. */
export const poolCheck = (deps: Deps, question: PoolQuestion): Promise<Answer> =>
  about(deps, question, "Check", async (connection, poolId) => {
    const facts = await readPlan(connection, poolId);
    return {
      type: "check",
      environment: question.environment,
      pool: facts.pool,
      tasks: countsOf(facts.tasks),
      ...judgePool(deps, connection, facts),
      balanceMicros: facts.requester.balanceMicros,
    };
  });

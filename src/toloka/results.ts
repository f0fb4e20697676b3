import type { JsonObject } from "../domain/json.ts";
import type { Operation } from "../domain/toloka.ts";
import type { AggregatedSolution, Aggregation } from "../domain/toloka-results.ts";
import type { TolokaResults } from "../use-cases/ports.ts";
import { assignmentPages } from "./assignment-pages.ts";
import type { Client } from "./client.ts";
import { createLister, inPath } from "./listing.ts";
import { pageLimit, pages } from "./paging.ts";
import { analysedFigures, countedFigures } from "./pool-figures.ts";
import { aggregatedSolutionSchema } from "./schema/aggregated-solution.ts";
import { assignmentSchema } from "./schema/assignment.ts";
import { operationSchema } from "./schema/operation.ts";
import { operationLogSchema } from "./schema/operation-log.ts";
import { pageSchema } from "./schema/page.ts";

/** Waits for an operation's end, as the connection does. */
type WaitOperation = (id: string, timeoutMs: number) => Promise<Operation>;

const aggregationBody = (wish: Aggregation): JsonObject => ({
  type: wish.type,
  pool_id: wish.poolId,
  fields: wish.fields.map((name) => ({ name })),
  ...(wish.type === "WEIGHTED_DYNAMIC_OVERLAP"
    ? { answer_weight_skill_id: wish.answerWeightSkillId }
    : {}),
});

/** A page of the one list that is ordered by task, in the form that lists by id have. */
const byTaskSchema = pageSchema(
  aggregatedSolutionSchema.transform((solution) => ({ id: solution.taskId, solution })),
);

/** Answers and figures through a client. */
export const createTolokaResults = (
  client: Client,
  waitOperation: WaitOperation,
): TolokaResults => {
  const { get, post, patch } = client;
  const assignments = assignmentPages(createLister(get));
  const review = async (id: string, status: "ACCEPTED" | "REJECTED", publicComment: string) =>
    patch(`/assignments/${inPath(id)}`, assignmentSchema, {
      status,
      public_comment: publicComment,
    });

  return {
    assignments,
    assignment: async (id) => get(`/assignments/${inPath(id)}`, assignmentSchema),
    acceptAssignment: (id, publicComment) => review(id, "ACCEPTED", publicComment),
    rejectAssignment: (id, publicComment) => review(id, "REJECTED", publicComment),
    aggregatePool: (wish) =>
      post("/aggregated-solutions/aggregate-by-pool", operationSchema, aggregationBody(wish)),
    aggregateTask: (taskId, wish) =>
      post("/aggregated-solutions/aggregate-by-task", aggregatedSolutionSchema, {
        ...aggregationBody(wish),
        task_id: taskId,
      }),
    async *aggregatedSolutions(operationId): AsyncGenerator<readonly AggregatedSolution[]> {
      const path = `/aggregated-solutions/${inPath(operationId)}`;
      const found = pages(path, (last) => {
        const next = last === null ? {} : { task_id_gt: last };
        const query = { sort: "task_id", limit: String(pageLimit), ...next };
        return get(`${path}?${new URLSearchParams(query)}`, byTaskSchema);
      });
      for await (const page of found) yield page.map(({ solution }) => solution);
    },
    poolFigures: async (poolId, timeoutMs) =>
      (await analysedFigures(client, waitOperation, poolId, timeoutMs)) ??
      countedFigures(assignments({ poolId })),
    operationLog: async (id) => get(`/operations/${inPath(id)}/log`, operationLogSchema),
  };
};

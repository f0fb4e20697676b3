import { randomUUID } from "node:crypto";
import { acceptedAnswers, byDawidSkene, byWeight } from "../aggregation/aggregate.ts";
import { type AggregationWish, demandAnswers, readWish } from "../aggregation/check.ts";
import { type Answer, type Call, fateOf, type Route } from "../api.ts";
import { conflict, doesNotExist } from "../errors.ts";
import type { JsonObject } from "../json.ts";
import { formatOperation, startOperation } from "../operations.ts";
import { type Listing, pageOf } from "../pages.ts";
import type { Aggregated } from "../work/entities.ts";
import type { World } from "../world.ts";

const PATH = "/api/v1/aggregated-solutions";
/** Results are kept as long as logs. */
const MONTH_MS = 30 * 24 * 60 * 60 * 1000;

/** One answer a task out of many (Toloka API, aggregated solutions). */
export const aggregationRoutes: readonly Route[] = [
  { method: "POST", path: `${PATH}/aggregate-by-pool`, handle: aggregatePool },
  { method: "POST", path: `${PATH}/aggregate-by-task`, handle: aggregateTask },
  { method: "GET", path: `${PATH}/:id`, handle: listResults },
];

const LISTING: Listing<Aggregated> = {
  ids: "text",
  ascending: false,
  ranges: ["task_id"],
  sorts: ["task_id"],
  keyOf: ({ taskId }) => taskId,
};

function aggregatePool(call: Call): Answer {
  const { world } = call;
  const wish = readWish(call, false);
  demandAnswers(world, wish);
  const id = randomUUID();
  const operation = startOperation(
    world,
    {
      type: "SOLUTION.AGGREGATE",
      parameters: parametersOf(world, wish),
      run() {
        world.store.aggregations.set(id, resultsOf(world, wish));
        return { status: "SUCCESS", details: {} };
      },
    },
    fateOf(call, id),
  );
  return { status: 202, body: formatOperation(operation, world.clock.now()) };
}

function resultsOf(world: World, { algorithm, pool, fields, skillId }: AggregationWish) {
  const [first = ""] = fields;
  if (algorithm === "DAWID_SKENE") return byDawidSkene(world, pool, first);
  return acceptedAnswers(world, pool).flatMap(([id, answers]) => {
    const result = byWeight(world, pool, { id, answers }, fields, skillId);
    return result === undefined ? [] : [result];
  });
}

/** Both algorithms describe themselves in words of their own. */
function parametersOf({ store }: World, wish: AggregationWish): JsonObject {
  const { algorithm, pool, fields, skillId } = wish;
  const common = {
    pool_id: pool.id,
    algorithm,
    pool_name: pool.body.private_name,
    project_id: pool.projectId,
    requester_id: store.requesterId,
  };
  if (algorithm === "WEIGHTED_DYNAMIC_OVERLAP") {
    return {
      ...common,
      aggregated_fields: fields.map((name) => ({ name })),
      answer_weight_skill_id: Number(skillId),
    };
  }
  return {
    ...common,
    input_fields: [...pool.snapshot.input.keys()],
    aggregated_output_fields: fields,
    missing_output_fields: [...pool.snapshot.output.keys()].filter(
      (name) => !fields.includes(name),
    ),
  };
}

/** Dawid and Skene's method needs a whole pool: one task tells nothing about the Tolokers. */
function aggregateTask(call: Call): Answer {
  const { world } = call;
  const wish = readWish(call, true);
  if (wish.algorithm === "DAWID_SKENE") throw conflict("UNSUPPORTED_ALGORITHM");
  demandAnswers(world, wish);
  const result = resultsOf(world, wish).find(({ taskId }) => taskId === wish.taskId);
  if (result === undefined) throw conflict("ASSIGNMENTS_AGGREGATION_DENIED");
  return { status: world.settings.aggregateByTaskStatus, body: formatResult(result) };
}

function listResults({ world, id, query }: Call): Answer {
  const operation = world.store.operations.get(id.toLowerCase());
  if (operation === undefined) throw doesNotExist();
  if (operation.type !== "SOLUTION.AGGREGATE") throw conflict("INVALID_OPERATION_TYPE");
  if (operation.status === "FAIL") throw conflict("OPERATION_EXECUTION_ERROR");
  if (operation.status !== "SUCCESS") throw conflict("CONFLICT_STATE", "Operation is not finished");
  if (world.clock.now() - operation.finishesAt > MONTH_MS) throw conflict("RESULTS_EXPIRED");
  const page = pageOf(world.store.aggregations.get(operation.id) ?? [], query, LISTING);
  return { status: 200, body: { items: page.items.map(formatResult), has_more: page.hasMore } };
}

function formatResult({ poolId, taskId, confidence, outputValues }: Aggregated): JsonObject {
  return { pool_id: poolId, task_id: taskId, confidence, output_values: outputValues };
}

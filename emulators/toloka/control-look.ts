import type { Hono } from "hono";
import { z } from "zod";
import type { Pool, Task } from "./entities.ts";
import type { JsonObject } from "./json.ts";
import { formatOperation } from "./operations.ts";
import { answerOf } from "./quality/majority.ts";
import { poolOrTraining } from "./store.ts";
import { kindOf } from "./work/kinds.ts";
import { indexOf } from "./work/pool-index.ts";
import type { World } from "./world.ts";

const MOST = 100;
const page = z.object({
  from: z.coerce.number().int().min(0).default(0),
  limit: z.coerce.number().int().min(1).max(MOST).default(20),
});

/** What a requester reads in Toloka's own pages: projects, operations, and a pool's tasks with their answers. */
export function registerLook(app: Hono, worldNow: () => World): void {
  app.get("/_control/projects", (context) => context.json(projectsOf(worldNow())));
  app.get("/_control/operations", (context) => {
    const { limit } = page.parse(context.req.query());
    const { store, clock } = worldNow();
    const newest = [...store.operations.values()].slice(-limit).reverse();
    return context.json(newest.map((operation) => formatOperation(operation, clock.now())));
  });
  app.get("/_control/pools/:id/tasks", (context) => {
    const world = worldNow();
    const pool = poolOrTraining(world.store, context.req.param("id"));
    if (pool === undefined) return context.json({ error: "no such pool" }, 404);
    const { from, limit } = page.parse(context.req.query());
    const tasks = pool.tasks.slice(from, from + limit).map((task) => lookAt(world, pool, task));
    return context.json({ from, total: pool.tasks.length, tasks });
  });
}

function projectsOf({ store }: World): JsonObject[] {
  const counts = new Map<string, number>();
  for (const { projectId } of store.pools.values()) {
    counts.set(projectId, (counts.get(projectId) ?? 0) + 1);
  }
  return [...store.projects.values()].map(({ id, status, body }) => ({
    id,
    status,
    public_name: String(body.public_name ?? ""),
    pools: counts.get(id) ?? 0,
  }));
}

/** A task, what it is for, how many may still answer it, and who answered what. */
function lookAt(world: World, pool: Pool, task: Task): JsonObject {
  const answers = indexOf(world, pool).answers.get(task.id) ?? [];
  return {
    id: task.id,
    kind: pool.training === undefined ? kindOf(task.body) : "training",
    input_values: task.body.input_values,
    overlap: task.overlap,
    remaining_overlap: task.remaining,
    answers: answers.map((assignment) => ({
      user_id: assignment.userId,
      status: assignment.status,
      output_values: answerOf(assignment, task.id) ?? {},
    })),
  };
}

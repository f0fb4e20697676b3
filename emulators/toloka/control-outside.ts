import type { Context, Hono } from "hono";
import { z } from "zod";
import { checkTask } from "./checks/task.ts";
import { addTasksSchema, editSchema, reasonSchema } from "./control-schemas.ts";
import { parseDate } from "./dates.ts";
import { POOL_STATUSES, type Pool } from "./entities.ts";
import { formatPool, storedBody, storedTask } from "./formats.ts";
import type { JsonObject } from "./json.ts";
import { closePool, completePool, openPool, planExpiry } from "./pool-machine.ts";
import type { World } from "./world.ts";

/** Things that a person does in Toloka's own pages, behind the back of the API's client. */
export function registerOutside(app: Hono, worldNow: () => World): void {
  const act = (
    name: string,
    change: (world: World, pool: Pool, body: unknown) => JsonObject,
  ): void => {
    app.post(`/_control/pools/:id/${name}`, async (context: Context) => {
      const world = worldNow();
      const pool = world.store.pools.get(context.req.param("id") ?? "");
      if (pool === undefined) return context.json({ error: "no such pool" }, 404);
      const text = await context.req.text();
      const details = change(world, pool, text === "" ? {} : JSON.parse(text));
      world.outside.add("outside", name, { pool_id: pool.id, ...details });
      world.clock.settle();
      return context.json(formatPool(pool, world.store.requesterId));
    });
  };

  act("open", (world, pool) => {
    openPool(world, pool, world.clock.now());
    return {};
  });
  act("close-with-reason", (world, pool, body) => {
    const { reason } = reasonSchema.parse(body);
    closePool(world, pool, world.clock.now(), reason);
    return { reason };
  });
  act("complete", (world, pool) => {
    completePool(world, pool);
    return {};
  });
  act("edit", (world, pool, body) => {
    const { patch } = editSchema.parse(body);
    editPool(world, pool, patch);
    return { patch };
  });
  act("add-tasks", (world, pool, body) => {
    const { tasks } = addTasksSchema.parse(body);
    return { task_ids: addTasks(world, pool, tasks) };
  });
}

/** Top-level members of the pool; `status` and `will_expire` take effect at once. */
function editPool(world: World, pool: Pool, patch: JsonObject): void {
  if (patch.status !== undefined) pool.status = z.enum(POOL_STATUSES).parse(patch.status);
  const date = patch.will_expire;
  if (date !== undefined) {
    pool.willExpire = z
      .string()
      .transform((text) => parseDate(text))
      .pipe(z.number({ error: "will_expire is not a date" }))
      .parse(date);
    planExpiry(world, pool);
  }
  pool.body = { ...pool.body, ...storedBody(patch) };
}

/** Checked tasks, overlap 1 unless they say another one. */
function addTasks(world: World, pool: Pool, tasks: readonly JsonObject[]): string[] {
  return tasks.map((task) => {
    const body = { overlap: 1, ...task, pool_id: pool.id };
    const check = checkTask(body, () => pool, false);
    if (!check.ok) {
      const issues = Object.entries(check.errors.map()).map(([path, { message }]) => ({
        code: "custom" as const,
        path: path.split("."),
        message,
        input: task,
      }));
      throw new z.ZodError(issues);
    }
    return world.store.addTask(pool, world.clock.now(), storedTask(body), check.overlap).id;
  });
}

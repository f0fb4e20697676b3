import type { Context, Hono } from "hono";
import type { Pool } from "../entities.ts";
import { poolOrTraining } from "../store.ts";
import { skip } from "../work/assignment-steps.ts";
import type { Assignment } from "../work/entities.ts";
import type { World } from "../world.ts";
import { checkAnswers, hintsFor } from "./answers.ts";
import { answersSchema, previewAnswersSchema, suiteQuerySchema } from "./control-schemas.ts";
import { VISITOR_ID } from "./fitting.ts";
import { handIn } from "./hand-in.ts";
import { previewSuites } from "./preview.ts";
import { shownPool, shownTask, shownWork } from "./shown.ts";
import { takeWork } from "./take.ts";

type Answered = object | Promise<object>;

/**
 * The control API of the Toloker at the screen: a pool as they see it, a preview that leaves no trace, and
 * real suites that are taken, answered or skipped by hand at the pool's price.
 */
export function registerVisitor(app: Hono, worldNow: () => World): void {
  /** A route about a pool or a training. */
  const ofPool =
    (act: (world: World, pool: Pool, context: Context) => Answered) =>
    async (context: Context): Promise<Response> => {
      const world = worldNow();
      const pool = poolOrTraining(world.store, context.req.param("id") ?? "");
      if (pool === undefined) return context.json({ error: "no such pool" }, 404);
      return context.json(await act(world, pool, context));
    };
  /** A route about work that the visitor has in hand. */
  const ofWork =
    (name: string, act: (world: World, work: Assignment, body: string) => object) =>
    async (context: Context): Promise<Response> => {
      // Read first: while it comes in, the time may end.
      const body = await context.req.text();
      const world = worldNow();
      const work = world.store.assignments.get(context.req.param("id") ?? "");
      if (work?.userId !== VISITOR_ID) return context.json({ error: "no such work" }, 404);
      const { id, status } = work;
      if (status !== "ACTIVE") return context.json({ kind: "gone", status });
      const outcome = act(world, work, body);
      world.outside.add("outside", name, { assignment_id: id, status: work.status });
      return context.json(outcome);
    };

  const pools = "/_control/visitor/pools/:id";
  app.get(pools, ofPool(shownPool));
  app.get(`${pools}/preview`, ofPool(previewed));
  app.post(`${pools}/preview`, ofPool(triedInPreview));
  app.post(`${pools}/take`, ofPool(taken));
  app.post("/_control/visitor/work/:id/submit", ofWork("visitor-submit", submitted));
  app.post(
    "/_control/visitor/work/:id/skip",
    ofWork("visitor-skip", (world, work) => {
      skip(world, work, world.clock.now());
      return { kind: "skipped" };
    }),
  );
}

function previewed(world: World, pool: Pool, context: Context): object {
  const { suite } = suiteQuerySchema.parse(context.req.query());
  const suites = previewSuites(pool);
  const tasks = (suites[suite] ?? []).map(({ id, body }) => shownTask(world, pool, id, body));
  return { suite, suites: suites.length, tasks };
}

/** The same judgement as of real work, and nothing is kept. */
async function triedInPreview(_world: World, pool: Pool, context: Context): Promise<object> {
  const { suite, answers } = previewAnswersSchema.parse(await context.req.json());
  const bodies = (previewSuites(pool)[suite] ?? []).map(({ body }) => body);
  const errors = checkAnswers(pool, bodies.length, answers);
  if (Object.keys(errors).length > 0) return { kind: "wrong", errors };
  const hints = hintsFor(pool, bodies, answers);
  return hints.length > 0 ? { kind: "hints", hints } : { kind: "good" };
}

function taken(world: World, pool: Pool): object {
  const outcome = takeWork(world, pool, world.clock.now());
  if (outcome.kind === "none") {
    return { ...outcome, last_close_reason: pool.lastCloseReason ?? null };
  }
  const { assignment } = outcome;
  const facts = { assignment_id: assignment.id, pool_id: outcome.pool.id };
  world.outside.add("outside", "visitor-take", facts);
  return { kind: "work", work: shownWork(world, outcome.pool, assignment) };
}

function submitted(world: World, work: Assignment, body: string): object {
  const { answers } = answersSchema.parse(JSON.parse(body));
  return handIn(world, work, answers, world.clock.now());
}

import type { Context, Hono } from "hono";
import type { z } from "zod";
import { formatDate } from "../dates.ts";
import { setUserSkill } from "../people.ts";
import { canonical } from "../quality/majority.ts";
import { createRandom } from "../work/random.ts";
import type { World } from "../world.ts";
import { crowdSchema, truthSchema } from "./control-schemas.ts";
import { type CrowdWish, placeCrowd, within } from "./people.ts";
import { startCrowd, stopCrowd } from "./work.ts";

/** The crowd's part of the control API: who works, what is right, and what it cost. */
export function registerCrowd(app: Hono, worldNow: () => World): void {
  app.get("/_control/crowd", (context) => context.json(crowdState(worldNow())));
  app.post("/_control/crowd", async (context) => {
    const world = worldNow();
    const wish = crowdSchema.parse(await bodyOf(context));
    placeCrowd(world, wishOf(wish));
    giveSkills(world, wishOf(wish));
    if (wish.start) startCrowd(world, world.clock.now());
    return context.json(crowdState(world), 201);
  });
  app.post("/_control/crowd/start", (context) => {
    const world = worldNow();
    startCrowd(world, world.clock.now());
    return context.json(crowdState(world));
  });
  app.post("/_control/crowd/stop", (context) => {
    stopCrowd(worldNow());
    return context.json(crowdState(worldNow()));
  });
  app.post("/_control/truth", async (context) => {
    const { answers } = truthSchema.parse(await bodyOf(context));
    const planted = plantTruth(worldNow(), answers);
    return context.json({ planted }, 201);
  });
  app.get("/_control/charges", (context) => context.json(chargesState(worldNow())));
}

function wishOf(body: z.output<typeof crowdSchema>): CrowdWish {
  return {
    workers: body.workers,
    seed: body.seed,
    accuracy: body.accuracy,
    secondsPerTask: body.speed,
    skipRate: body.skip_rate,
    expireRate: body.expire_rate,
    captchaFailRate: body.captcha_fail_rate,
    languages: body.languages,
    ...(body.country === undefined ? {} : { country: body.country }),
    ...(body.region === undefined ? {} : { region: body.region }),
    skills: body.skills.map(({ skill_id: skillId, value }) => ({ skillId, value })),
  };
}

function giveSkills(world: World, { skills, seed }: CrowdWish): void {
  const random = createRandom(seed);
  for (const { id: userId } of world.store.crowd.workers) {
    for (const { skillId, value } of skills) {
      const exact = within(value, random);
      setUserSkill(world.store, { userId, skillId, value: exact }, world.clock.now());
    }
  }
}

/** How many tasks have a planted answer now that an answer named. */
function plantTruth(world: World, answers: z.output<typeof truthSchema>["answers"]): number {
  const { truth, tasks, pools } = world.store;
  const byInput = new Map<string, Map<string, string[]>>();
  let planted = 0;
  for (const answer of answers) {
    if ("task_id" in answer) {
      truth.set(answer.task_id, answer.output_values);
      planted += tasks.has(answer.task_id) ? 1 : 0;
      continue;
    }
    const pool = pools.get(answer.pool_id);
    const known = byInput.get(answer.pool_id) ?? new Map<string, string[]>();
    if (!byInput.has(answer.pool_id)) {
      for (const { id, body } of pool?.tasks ?? []) {
        const key = canonical(body.input_values);
        known.set(key, [...(known.get(key) ?? []), id]);
      }
      byInput.set(answer.pool_id, known);
    }
    for (const id of known.get(canonical(answer.input_values)) ?? []) {
      truth.set(id, answer.output_values);
      planted += 1;
    }
  }
  return planted;
}

function crowdState({ store }: World): object {
  const counts = new Map<string, Map<string, number>>();
  for (const { userId, status } of store.assignments.values()) {
    const own = counts.get(userId) ?? new Map<string, number>();
    counts.set(userId, own);
    own.set(status, (own.get(status) ?? 0) + 1);
  }
  const { seed, running, workers } = store.crowd;
  return {
    seed,
    running,
    workers: workers.map(({ id, accuracy, secondsPerTask }) => {
      const of = (status: string): number => counts.get(id)?.get(status) ?? 0;
      return {
        id,
        accuracy,
        seconds_per_task: secondsPerTask,
        submitted: of("SUBMITTED"),
        accepted: of("ACCEPTED"),
        rejected: of("REJECTED"),
        skipped: of("SKIPPED"),
        expired: of("EXPIRED"),
        active: of("ACTIVE"),
      };
    }),
  };
}

/** All sums in micro-dollars. */
function chargesState({ store }: World): object {
  return {
    ...store.sums,
    balance: store.balance,
    charges: store.charges.map(({ at, poolId, assignmentId, userId, ...line }) => ({
      ...line,
      at: formatDate(at),
      ...(poolId === undefined ? {} : { pool_id: poolId }),
      ...(assignmentId === undefined ? {} : { assignment_id: assignmentId }),
      ...(userId === undefined ? {} : { user_id: userId }),
    })),
  };
}

/** The JSON body; an empty one counts as an empty object. */
async function bodyOf(context: Context): Promise<unknown> {
  const text = await context.req.text();
  const body: unknown = text === "" ? {} : JSON.parse(text);
  return body;
}

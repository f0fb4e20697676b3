import type { Pool } from "../entities.ts";
import type { WorldEvent } from "../events.ts";
import { poolOf, skip, submit } from "../work/assignment-steps.ts";
import type { Assignment, CrowdWorker } from "../work/entities.ts";
import { issue } from "../work/issue.ts";
import { nextTry } from "../work/mix.ts";
import { createRandom, type Random } from "../work/random.ts";
import { standingOf } from "../work/standing.ts";
import type { World } from "../world.ts";
import { answersOf } from "./answer.ts";
import { setWaker } from "./wake.ts";

/** Time to notice new work, to look at a suite before skipping it, and between two suites, in ms. */
const NOTICE_MS = [500, 4_000] as const;
const GLANCE_MS = [2_000, 6_000] as const;
const PAUSE_MS = [500, 2_500] as const;
/** After so long those look again whom better Tolokers keep from a pool, in ms. */
const OUTRANKED_MS = 600_000;

/** Lets the crowd work from the moment `at`: everyone looks for work. */
export function startCrowd(world: World, at: number): void {
  world.store.crowd.running = true;
  setWaker(world, (moment) => wakeWaiting(world, moment));
  wakeWaiting(world, at);
}

/** Nobody takes new work; what they have in hand they finish. */
export function stopCrowd(world: World): void {
  world.store.crowd.running = false;
}

/** Goes on where a snapshot left off. */
export function resumeCrowd(world: World): void {
  setWaker(world, (moment) => wakeWaiting(world, moment));
  for (const worker of world.store.crowd.workers) if (worker.next) plan(world, worker);
}

/** Work that comes free, and pools that open, wake those who wait. */
export function noteNewWork(world: World, { type, at }: WorldEvent): void {
  const { running } = world.store.crowd;
  if (!running) return;
  const freed = ["POOL_OPENED", "ASSIGNMENT_SKIPPED", "ASSIGNMENT_EXPIRED", "ASSIGNMENT_REJECTED"];
  if (freed.includes(type)) wakeWaiting(world, at);
}

function wakeWaiting(world: World, at: number): void {
  if (!world.store.crowd.running) return;
  for (const worker of world.store.crowd.workers) {
    if (worker.next === undefined) lookSoon(world, worker, at, NOTICE_MS);
  }
}

function lookSoon(
  world: World,
  worker: CrowdWorker,
  at: number,
  [from, to]: readonly [number, number],
): void {
  const delay = withRandom(worker, (random) => from + random.below(to - from));
  worker.next = { at: at + delay, act: "look" };
  plan(world, worker);
}

/** Carries out the worker's next act at its moment, unless another one took its place. */
function plan(world: World, worker: CrowdWorker): void {
  const { next } = worker;
  if (next === undefined) return;
  world.clock.schedule(next.at, (at) => {
    if (worker.next !== next || !world.store.crowd.workers.includes(worker)) return;
    delete worker.next;
    if (next.act === "look") look(world, worker, at);
    else finish(world, worker, next.act, next.assignmentId ?? "", at);
  });
}

/** Takes a suite of the first pool that has one for them, those of higher priority first. */
function look(world: World, worker: CrowdWorker, at: number): void {
  if (!world.store.crowd.running) return;
  const moments: number[] = [];
  for (const pool of openPools(world)) {
    const standing = standingOf(world, pool, worker.id, at);
    if (standing.kind === "refused") continue;
    if (standing.kind === "outranked") {
      moments.push(at + OUTRANKED_MS);
      continue;
    }
    const place = standing.kind === "untrained" ? standing.training : pool;
    const assignment = withRandom(worker, (random) => issue(world, place, worker.id, at, random));
    if (assignment !== undefined) {
      begin(world, worker, place, assignment, at);
      return;
    }
    const later = place.status === "OPEN" ? nextTry(world, place, at) : undefined;
    if (later !== undefined) moments.push(later);
  }
  waitFor(world, worker, at, moments);
}

/** Waits to be woken, for one of some moments, or for the end of a restriction. */
function waitFor(world: World, worker: CrowdWorker, at: number, moments: number[]): void {
  for (const { userId, willExpire } of world.store.restrictions.values()) {
    if (userId === worker.id && willExpire !== undefined && willExpire > at)
      moments.push(willExpire);
  }
  if (moments.length === 0) return;
  worker.next = { at: Math.min(...moments), act: "look" };
  plan(world, worker);
}

function openPools(world: World): Pool[] {
  const open = [...world.store.pools.values()].filter(({ status }) => status === "OPEN");
  const priority = ({ body }: Pool): number => Number(body.priority ?? 0);
  return open.sort((a, b) => priority(b) - priority(a) || Number(a.id) - Number(b.id));
}

/** Decides what becomes of the suite: skipped after a glance, left to expire, or worked on. */
function begin(
  world: World,
  worker: CrowdWorker,
  pool: Pool,
  assignment: Assignment,
  at: number,
): void {
  const { id: assignmentId, deadline, taskIds } = assignment;
  const [habit, needed, glance] = withRandom(worker, (random) => [
    random.next(),
    taskIds.reduce((sum) => sum + worker.secondsPerTask * (600 + random.below(1_000)), 0),
    GLANCE_MS[0] + random.below(GLANCE_MS[1] - GLANCE_MS[0]),
  ]);
  const skips = habit < worker.skipRate && pool.training === undefined;
  const forgets = habit >= worker.skipRate && habit < worker.skipRate + worker.expireRate;
  if (skips && at + glance < deadline) {
    worker.next = { at: at + glance, act: "skip", assignmentId };
  } else if (forgets || at + Math.round(needed) >= deadline) {
    worker.next = { at: deadline + PAUSE_MS[1], act: "look" };
  } else {
    worker.next = { at: at + Math.round(needed), act: "submit", assignmentId };
  }
  plan(world, worker);
}

function finish(
  world: World,
  worker: CrowdWorker,
  act: "submit" | "skip",
  assignmentId: string,
  at: number,
): void {
  const assignment = world.store.assignments.get(assignmentId);
  if (assignment?.status === "ACTIVE") {
    if (act === "skip") {
      skip(world, assignment, at);
    } else {
      const pool = poolOf(world, assignment);
      const work = withRandom(worker, (random) =>
        answersOf(world, pool, assignment, worker, random),
      );
      submit(world, assignment, at, work);
    }
  }
  if (world.store.crowd.running && worker.next === undefined) {
    lookSoon(world, worker, at, PAUSE_MS);
  }
}

/** Each Toloker has random numbers of their own, so that nobody's depend on what others do. */
function withRandom<T>(worker: CrowdWorker, use: (random: Random) => T): T {
  const random = createRandom(worker.random);
  const result = use(random);
  worker.random = random.state();
  return result;
}

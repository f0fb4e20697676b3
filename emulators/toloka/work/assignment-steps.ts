import type { Pool } from "../entities.ts";
import { publish, type WorldEvent } from "../events.ts";
import { poolOrTraining } from "../store.ts";
import type { World } from "../world.ts";
import { charge, demandAvailable } from "./charges.ts";
import type { Assignment, Charge } from "./entities.ts";
import { countInHand, indexOf, noteAnswers, refreshTask } from "./pool-index.ts";

const DAY_MS = 86_400_000;
/** The longest review that a pool may have; counts when the pool names none. */
const LONGEST_REVIEW_DAYS = 21;

/**
 * The Toloker hands in the work. With auto acceptance it is accepted and paid at once, otherwise its
 * price is reserved until the review, which ends by itself after the pool's days.
 */
export function submit(
  world: World,
  assignment: Assignment,
  at: number,
  work: Pick<Assignment, "solutions" | "declined">,
): void {
  const pool = poolOf(world, assignment);
  leaveHand(world, pool, assignment, at);
  assignment.status = "SUBMITTED";
  assignment.submitted = at;
  Object.assign(assignment, work);
  noteAnswers(indexOf(world, pool), assignment);
  if (pool.body.auto_accept_solutions === false) {
    book(world, assignment, "RESERVE", at);
    planAutoAccept(world, assignment);
    tell(world, pool, assignment, "ASSIGNMENT_SUBMITTED", at);
    return;
  }
  book(world, assignment, "PAYMENT", at);
  assignment.status = "ACCEPTED";
  assignment.accepted = at;
  tell(world, pool, assignment, "ASSIGNMENT_SUBMITTED", at);
  tell(world, pool, assignment, "ASSIGNMENT_APPROVED", at);
}

/** The review of submitted work ends by itself after the pool's days. */
export function planAutoAccept(world: World, assignment: Assignment): void {
  if (assignment.status !== "SUBMITTED" || assignment.submitted === undefined) return;
  const days = poolOf(world, assignment).body.auto_accept_period_day;
  const period = (typeof days === "number" ? days : LONGEST_REVIEW_DAYS) * DAY_MS;
  world.clock.schedule(assignment.submitted + period, (at) => {
    if (assignment.status === "SUBMITTED") accept(world, assignment, at);
  });
}

/**
 * Accepts submitted or rejected work: its reserve is paid out, or, after a rejection, it is paid anew.
 * @throws ApiError 409 NOT_ENOUGH_BALANCE when rejected work can not be paid any more
 */
export function accept(world: World, assignment: Assignment, at: number, comment?: string): void {
  const again = assignment.status === "REJECTED";
  if (again) demandAvailable(world, assignment.reward + assignment.fee);
  book(world, assignment, again ? "PAYMENT" : "PAYMENT_FROM_RESERVE", at);
  if (comment !== undefined) assignment.publicComment = comment;
  assignment.status = "ACCEPTED";
  assignment.accepted = at;
  tell(world, poolOf(world, assignment), assignment, "ASSIGNMENT_APPROVED", at);
}

/** Rejects submitted work; its reserve goes back to the balance. */
export function reject(world: World, assignment: Assignment, at: number, comment?: string): void {
  book(world, assignment, "RELEASE", at);
  assignment.status = "REJECTED";
  assignment.rejected = at;
  if (comment !== undefined) assignment.publicComment = comment;
  tell(world, poolOf(world, assignment), assignment, "ASSIGNMENT_REJECTED", at);
}

/** The Toloker gives the suite back; somebody else can have it. */
export function skip(world: World, assignment: Assignment, at: number): void {
  giveBack(world, assignment, at);
  assignment.status = "SKIPPED";
  assignment.skipped = at;
  tell(world, poolOf(world, assignment), assignment, "ASSIGNMENT_SKIPPED", at);
}

/** The time is over; somebody else can have the suite. */
export function expire(world: World, assignment: Assignment, at: number): void {
  giveBack(world, assignment, at);
  assignment.status = "EXPIRED";
  assignment.expired = at;
  tell(world, poolOf(world, assignment), assignment, "ASSIGNMENT_EXPIRED", at);
}

function leaveHand(
  world: World,
  pool: Pool,
  { userId, reward, fee }: Assignment,
  at: number,
): void {
  world.store.sums.promised -= reward + fee;
  const index = indexOf(world, pool);
  countInHand(index, userId, -1);
  index.lastMoved = at;
}

function giveBack(world: World, assignment: Assignment, at: number): void {
  leaveHand(world, poolOf(world, assignment), assignment, at);
  const suite = world.store.suites.get(assignment.suiteId);
  if (suite?.mixed === false && suite.remaining !== null) suite.remaining += 1;
  if (!assignment.mixed) return;
  for (const id of assignment.taskIds) {
    const task = world.store.tasks.get(id);
    if (task === undefined || task.remaining === null) continue;
    task.remaining += 1;
    refreshTask(world, task);
  }
}

/** Unpaid pools leave no trace in the book. */
function book(world: World, assignment: Assignment, kind: Charge["kind"], at: number): void {
  const { id: assignmentId, poolId, userId, reward: payment, fee } = assignment;
  if (payment + fee === 0) return;
  charge(world, { kind, at, payment, fee, poolId, assignmentId, userId });
}

type Step = Extract<WorldEvent, { assignmentId: string }>["type"];

function tell(world: World, pool: Pool, assignment: Assignment, type: Step, at: number): void {
  const facts = { taskSuiteId: assignment.suiteId, assignmentId: assignment.id };
  publish(world, { type, pool, at, ...facts });
}

/** The pool of some work. Throws Error when it is gone, which no call of the API can bring about. */
export function poolOf(world: World, { poolId }: Assignment): Pool {
  const pool = poolOrTraining(world.store, poolId);
  if (pool === undefined) throw new Error(`Assignment of an unknown pool ${poolId}`);
  return pool;
}

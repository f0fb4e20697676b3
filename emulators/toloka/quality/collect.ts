import type { Pool } from "../entities.ts";
import type { WorldEvent } from "../events.ts";
import type { JsonObject } from "../json.ts";
import type { Assignment } from "../work/entities.ts";
import { kindOf, knownAnswers } from "../work/kinds.ts";
import { indexOf } from "../work/pool-index.ts";
import { createRandom } from "../work/random.ts";
import { taskBodiesOf } from "../work/tasks-of.ts";
import type { World } from "../world.ts";
import { configsOf, type QualityConfig } from "./configs.ts";
import { addResult, countersOf, type Facts, factsOf } from "./counters.ts";
import { judge } from "./judge.ts";
import { canonical, settledBy, votesOn } from "./majority.ts";

/** Tasks between two captchas, by the pool's `captcha_frequency`. */
const CAPTCHA_EVERY: { readonly [frequency: string]: number } = { LOW: 20, MEDIUM: 15, HIGH: 10 };

/** Every step of an answer goes to the collectors of its pool and project, which then judge. */
export function noteQuality(world: World, event: WorldEvent): void {
  if (!("assignmentId" in event) || event.type === "ASSIGNMENT_CREATED") return;
  const assignment = world.store.assignments.get(event.assignmentId);
  if (assignment === undefined) return;
  for (const config of configsOf(world, event.pool)) {
    const concerned = collect(world, config, event, assignment);
    for (const userId of concerned) {
      const known = factsOf(config, countersOf(world, config, userId), event.at);
      const facts = config.type === "TRAINING" ? withNext(world, event.pool, userId, known) : known;
      const finding = { pool: event.pool, userId, at: event.at, assignments: [assignment] };
      judge(world, config, { ...finding, facts });
    }
    if (config.type === "ASSIGNMENTS_ASSESSMENT") assess(world, config, event, assignment);
  }
}

/** Writes down what the collector wants to know; whose numbers changed. */
function collect(
  world: World,
  config: QualityConfig,
  { type, pool, at }: WorldEvent,
  assignment: Assignment,
): readonly string[] {
  const { userId } = assignment;
  const counters = countersOf(world, config, userId);
  switch (`${config.type} ${type}`) {
    case "GOLDEN_SET ASSIGNMENT_SUBMITTED":
      for (const { good, golden } of checkedAnswers(world, assignment)) {
        addResult(config, counters.results, good);
        if (golden) addResult(config, counters.golden, good);
      }
      return [userId];
    case "TRAINING ASSIGNMENT_SUBMITTED":
      for (const { good } of checkedAnswers(world, assignment)) {
        addResult(config, counters.results, good);
      }
      counters.count += 1;
      return [userId];
    case "MAJORITY_VOTE ASSIGNMENT_SUBMITTED":
      return collectMajority(world, config, pool, assignment);
    case "ASSIGNMENT_SUBMIT_TIME ASSIGNMENT_SUBMITTED": {
      const threshold = Number(config.parameters.fast_submit_threshold_seconds) * 1000;
      addResult(config, counters.results, at - assignment.created >= threshold);
      return [userId];
    }
    case "CAPTCHA ASSIGNMENT_SUBMITTED":
      return collectCaptchas(world, config, pool, assignment) ? [userId] : [];
    case "SKIPPED_IN_ROW_ASSIGNMENTS ASSIGNMENT_SUBMITTED":
      counters.count = 0;
      return [];
    case "SKIPPED_IN_ROW_ASSIGNMENTS ASSIGNMENT_SKIPPED":
    case "ANSWER_COUNT ASSIGNMENT_APPROVED":
      counters.count += 1;
      return [userId];
    case "ACCEPTANCE_RATE ASSIGNMENT_APPROVED":
    case "ACCEPTANCE_RATE ASSIGNMENT_REJECTED":
      addResult(config, counters.results, type === "ASSIGNMENT_APPROVED");
      return [userId];
    case "INCOME ASSIGNMENT_APPROVED":
      counters.income.push([at, assignment.reward]);
      return [userId];
    default:
      return [];
  }
}

/** Whether the training has something left for the Toloker. */
function withNext(world: World, pool: Pool, userId: string, facts: Facts): Facts {
  const { training, seen } = indexOf(world, pool);
  const had = seen.get(userId) ?? new Set<string>();
  const left = [...training].some((task) => !had.has(task.id));
  return { ...facts, next_assignment_available: String(left) };
}

/** Whether the answers to tasks with known answers match one of their alternatives. */
function checkedAnswers(world: World, assignment: Assignment) {
  return taskBodiesOf(world, assignment).flatMap((body, index) => {
    const known = knownAnswers(body);
    if (known.length === 0) return [];
    const taskId = assignment.taskIds[index] ?? "";
    const given = assignment.declined?.[taskId] ?? assignment.solutions?.[index] ?? {};
    const good = known.some((answer) => matches(given, answer));
    return [{ good, golden: kindOf(body) === "golden" }];
  });
}

function matches(given: JsonObject, known: JsonObject): boolean {
  return Object.entries(known).every(
    ([name, value]) => canonical(given[name]) === canonical(value),
  );
}

function collectMajority(
  world: World,
  config: QualityConfig,
  pool: Pool,
  assignment: Assignment,
): readonly string[] {
  const { answers } = indexOf(world, pool);
  const concerned = new Set<string>();
  for (const [index, body] of taskBodiesOf(world, assignment).entries()) {
    const taskId = assignment.taskIds[index];
    if (taskId === undefined || kindOf(body) !== "general") continue;
    const votes = votesOn(taskId, answers.get(taskId) ?? []);
    for (const { userId, correct } of settledBy(
      votes,
      Number(config.parameters.answer_threshold),
    )) {
      addResult(config, countersOf(world, config, userId).results, correct);
      concerned.add(userId);
    }
  }
  return [...concerned];
}

/** The Toloker's captchas of this suite, passed or failed at the rate of their habits. */
function collectCaptchas(
  world: World,
  config: QualityConfig,
  pool: Pool,
  assignment: Assignment,
): boolean {
  const control = pool.body.quality_control;
  const frequency =
    typeof control === "object" && control !== null && "captcha_frequency" in control
      ? String(control.captcha_frequency)
      : "LOW";
  const every = CAPTCHA_EVERY[frequency] ?? 20;
  const worker = world.store.crowd.workers.find(({ id }) => id === assignment.userId);
  if (worker === undefined) return false;
  const counters = countersOf(world, config, assignment.userId);
  const before = Math.floor(counters.count / every);
  counters.count += assignment.taskIds.length;
  const due = Math.floor(counters.count / every) - before;
  const random = createRandom(worker.random);
  for (let step = 0; step < due; step += 1) {
    addResult(config, counters.results, random.next() >= worker.captchaFailRate);
  }
  worker.random = random.state();
  return due > 0;
}

/** The review of a suite's work: its counts, and what just happened to it. */
function assess(
  world: World,
  config: QualityConfig,
  { type, pool, at }: WorldEvent,
  assignment: Assignment,
): void {
  const again = countersOf(world, config, assignment.id);
  const event = { ASSIGNMENT_APPROVED: again.count > 0 ? "ACCEPT_AFTER_REJECT" : "ACCEPT" };
  const happened =
    type === "ASSIGNMENT_APPROVED" ? event[type] : type === "ASSIGNMENT_REJECTED" ? "REJECT" : "";
  if (happened === "REJECT") again.count += 1;
  const answers = indexOf(world, pool).answers.get(assignment.taskIds[0] ?? "") ?? [];
  const count = (status: Assignment["status"]): number =>
    answers.filter((one) => one.suiteId === assignment.suiteId && one.status === status).length;
  const facts = {
    pending_assignments_count: count("SUBMITTED"),
    accepted_assignments_count: count("ACCEPTED"),
    rejected_assignments_count: count("REJECTED"),
    ...(happened === "" ? {} : { assessment_event: happened }),
  };
  judge(world, config, { pool, at, facts, userId: assignment.userId, assignments: [assignment] });
}

import { expect, test } from "vitest";
import { z } from "zod";
import type { JsonObject } from "../../src/domain/json.ts";
import { dollarsFromMicros } from "../../src/domain/money.ts";
import { aggregatedSolutionSchema } from "../../src/toloka/schema/aggregated-solution.ts";
import { assignmentSchema } from "../../src/toloka/schema/assignment.ts";
import { operationSchema } from "../../src/toloka/schema/operation.ts";
import { operationLogSchema } from "../../src/toloka/schema/operation-log.ts";
import { pageSchema } from "../../src/toloka/schema/page.ts";
import { poolSchema } from "../../src/toloka/schema/pool.ts";
import { projectSchema } from "../../src/toloka/schema/project.ts";
import { requesterSchema } from "../../src/toloka/schema/requester.ts";
import { skillSchema, userSkillSchema } from "../../src/toloka/schema/skill.ts";
import { taskSchema } from "../../src/toloka/schema/task.ts";
import { userRestrictionSchema } from "../../src/toloka/schema/user-restriction.ts";
import { webhookSchema, webhookTrialSchema } from "../../src/toloka/schema/webhook.ts";
import { jsonObjectSchema } from "../../src/toloka/schema/wire.ts";
import { recordedText } from "./support.ts";

/** Reads an answer and gives it back in Toloka's own words, as far as the bot keeps it. */
type Reader = (value: unknown) => unknown;

/** Keeps the whole answer. */
const whole =
  (schema: z.ZodType<{ raw: JsonObject }>): Reader =>
  (value) =>
    schema.parse(value).raw;

const operation: Reader = (value) => {
  const { id, type, status, parameters, details } = operationSchema.parse(value);
  return { id, type, status, parameters, details };
};

const task: Reader = (value) => {
  const read = taskSchema.parse(value);
  return {
    id: read.id,
    pool_id: read.poolId,
    input_values: read.inputValues,
    overlap: read.overlap,
    infinite_overlap: read.infiniteOverlap,
    known_solutions: read.knownSolutions,
    message_on_unknown_solution: read.hint,
  };
};

const solution: Reader = (value) => {
  const read = aggregatedSolutionSchema.parse(value);
  const { poolId: pool_id, taskId: task_id, outputValues: output_values, confidence } = read;
  return { pool_id, task_id, output_values, confidence };
};

const requester: Reader = (value) => {
  const { id, balanceMicros } = requesterSchema.parse(value);
  return { id, balance: dollarsFromMicros(balanceMicros) };
};

const trial: Reader = (value) => {
  const { success, errorType, status } = webhookTrialSchema.parse(value);
  return { success, errorType, originalStatusCode: status };
};

/** Names of recorded answers by their beginning, and what reads them; the first that fits counts. */
const readers: readonly (readonly [string, Reader])[] = [
  ["aggregated-solutions.by-pool.res", operation],
  ["aggregated-solutions.by-task.res", solution],
  ["aggregated-solutions.list.res", solution],
  ["analytics.create.res", operation],
  ["assignments.", whole(assignmentSchema)],
  ["operations.log.res", (value) => operationLogSchema.parse(value)],
  ["operations.", operation],
  ["pools.get.res", whole(poolSchema)],
  ["pools.list.res", whole(poolSchema)],
  ["pools.create.res", whole(poolSchema)],
  ["pools.", operation],
  ["projects.archive.res", operation],
  ["projects.get.res", whole(projectSchema)],
  ["projects.list.res", whole(projectSchema)],
  ["projects.create.res", whole(projectSchema)],
  ["requester.", requester],
  ["skills.", whole(skillSchema)],
  ["tasks.create.res.kit-async", operation],
  ["tasks.create.res.multiple-tasks-async", operation],
  ["tasks.create.res.single-task-async", operation],
  ["tasks.create.res.single-task", task],
  ["tasks.get.res", task],
  ["tasks.list.res", task],
  ["user-restrictions.", whole(userRestrictionSchema)],
  ["user-skills.", whole(userSkillSchema)],
  ["webhook-subscriptions.get.res", whole(webhookSchema)],
  ["webhook-subscriptions.list.res", whole(webhookSchema)],
  ["webhook-subscriptions.test.res", trial],
];

/** Answers to calls that the bot does not make, and why. */
const notRead: readonly (readonly [string, string])[] = [
  ["attachments.", "answers with files are shown by Toloka's own pages"],
  ["message-threads.", "the bot does not write to Tolokers"],
  ["projects.check.res", "the bot shows its own differences"],
  ["task-suites.", "the bot makes pools with smart mixing only"],
  ["tasks.create.res", "tasks are uploaded as an operation, which is read"],
  ["trainings.", "a training is read as the pool behind it"],
  ["user-bonuses.", "bonuses are not offered"],
  ["user-metadata.", "personal data is not asked for"],
  ["webhook-subscriptions.put.res", "subscriptions are made one by one"],
];

const kindsSchema = z.record(z.string(), z.object({ kind: z.string() }));
const index = kindsSchema.parse(JSON.parse(recordedText("index.json")));
const answers = Object.entries(index)
  .filter(([, { kind }]) => kind === "response")
  .map(([name]) => name);

const readerOf = (name: string) => readers.find(([start]) => name.startsWith(start))?.[1];

/** The members of a recorded answer that are written back; an absent one counts as null or empty. */
const asWritten = (recorded: unknown, written: unknown): unknown => {
  const had = jsonObjectSchema.safeParse(recorded);
  const has = jsonObjectSchema.safeParse(written);
  if (!had.success || !has.success) return recorded;
  const absent = (value: unknown): unknown =>
    Array.isArray(value) ? [] : isMap(value) ? {} : null;
  return Object.fromEntries(
    Object.entries(has.data).map(([name, value]) => [name, had.data[name] ?? absent(value)]),
  );
};

const isMap = (value: unknown): boolean => jsonObjectSchema.safeParse(value).success;

test.each(answers.filter((name) => readerOf(name) !== undefined))(
  "%s is read, and what is written back is what was there",
  (name) => {
    const read = readerOf(name);
    const recorded: unknown = JSON.parse(recordedText(name));
    const page = pageSchema(jsonObjectSchema).safeParse(recorded);
    for (const item of page.success ? page.data.items : [recorded]) {
      const written = read?.(item);
      const wanted = Array.isArray(written) && !Array.isArray(item) ? [item] : item;
      expect(written).toEqual(asWritten(wanted, written));
    }
  },
);

test("an answer that is kept whole loses nothing, as a whole", () => {
  const kept =
    /^(assignments|pools\.(get|create)|projects\.(get|create)|skills|user-|webhook.*get)/;
  const named = readers.filter(([start]) => kept.test(start));
  for (const [start, read] of named) {
    for (const name of answers.filter((one) => one.startsWith(start) && !one.includes(".list."))) {
      const recorded: unknown = JSON.parse(recordedText(name));
      expect([name, read(recorded)]).toEqual([name, recorded]);
    }
  }
});

test("what is not read is not read for a reason", () => {
  const unread = answers.filter((name) => readerOf(name) === undefined);
  const reasons = notRead.map(([start]) => start);
  expect(unread.filter((name) => !reasons.some((start) => name.startsWith(start)))).toEqual([]);
  expect(reasons.filter((start) => !unread.some((name) => name.startsWith(start)))).toEqual([]);
});

import { poolFields, projectFields } from "../src/domain/form.ts";
import { type Micros, microsFromDollars } from "../src/domain/money.ts";
import type { OverlapCounts } from "../src/domain/plan.ts";
import type { Run, RunKind } from "../src/domain/run.ts";
import { count, counted, dollars } from "./text.ts";
import { when } from "./times.ts";

const unnamed: { readonly [K in RunKind]: string } = {
  run: "New run",
  project: "New project",
  pool: "New pool",
  tasks: "New tasks",
  adopted: "Pool",
};

const text = (value: string | readonly string[] | undefined): string | null =>
  typeof value === "string" && value.trim() !== "" ? value : null;

/** What people call a run: its pool, else its project, as far as they are known. */
export const runName = (run: Run): string =>
  run.poolName ??
  run.poolBody?.private_name ??
  text(run.input.pool?.[poolFields.privateName]) ??
  run.projectName ??
  run.projectBody?.public_name ??
  text(run.input.project?.[projectFields.publicName]) ??
  (run.poolId === null ? unnamed[run.kind] : `${unnamed.adopted} ${run.poolId}`);

/** Whether the pool is known, or supposed, to have tasks; an adopted pool brings its own. */
export const hasTasks = (run: Run): boolean =>
  run.kind === "adopted" ||
  (run.request?.plan.tasks.total ?? run.upload?.total ?? run.report?.good ?? 0) > 0;

/** Price of one suite: as Toloka has it, else as typed; null when neither is known. */
const priceOf = (run: Run): Micros | null => {
  const planned = run.request?.plan.terms.reward_per_assignment;
  if (typeof planned === "number") return planned;
  return run.poolBody === null ? null : microsFromDollars(run.poolBody.reward_per_assignment);
};

/** `2 answers each`, or `1 to 5 answers each`; null when no overlap is known. */
const answersEach = (overlaps: OverlapCounts): string | null => {
  const values = Object.keys(overlaps)
    .map(Number)
    .filter((value) => Number.isFinite(value));
  if (values.length === 0) return null;
  const low = Math.min(...values);
  const high = Math.max(...values);
  return low === high
    ? `${counted(high, "answer")} each`
    : `${count(low)} to ${count(high)} answers each`;
};

/** The tasks: read back from Toloka for a request, else as the file was checked. */
const taskPart = (run: Run): string[] => {
  const tasks = run.request?.plan.tasks;
  const total = tasks?.total ?? run.report?.good;
  if (total === undefined || (tasks === undefined && total === 0)) return [];
  const golden = tasks?.golden ?? run.report?.golden ?? 0;
  const each = answersEach(tasks?.overlaps ?? run.report?.overlaps ?? {});
  return [
    counted(total, "task"),
    ...(golden > 0 ? [`${count(golden)} of them golden`] : []),
    ...(each === null ? [] : [each]),
    ...(tasks !== undefined && tasks.infinite > 0
      ? [`*${counted(tasks.infinite, "task")} without a limit of answers*`]
      : []),
  ];
};

/** When the pool closes: as Toloka has it, else as typed (Toloka's times are UTC without a zone). */
const closingOf = (run: Run): Date | null =>
  run.willExpire ?? (run.poolBody === null ? null : new Date(`${run.poolBody.will_expire}Z`));

/** What and how many, overlap, price, closing time; empty when nothing is known yet. */
export const whatLine = (run: Run): string => {
  const price = priceOf(run);
  const closes = closingOf(run);
  const perSuite = run.poolBody?.mixer_config.real_tasks_count;
  return [
    ...taskPart(run),
    ...(perSuite === undefined ? [] : [`${counted(perSuite, "task")} a suite`]),
    ...(price === null ? [] : [`${dollars(price)} a suite`]),
    ...(closes === null ? [] : [`closes ${when(closes)}`]),
  ].join(" · ");
};

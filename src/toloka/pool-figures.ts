import { microsFromDollars } from "../domain/money.ts";
import type { Operation } from "../domain/toloka.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import type { Assignment, PoolFigures } from "../domain/toloka-results.ts";
import type { Client } from "./client.ts";
import { analyticsSchema } from "./schema/analytics.ts";
import { operationSchema } from "./schema/operation.ts";

/** Figures without which analytics are of no use here, and one that may be missing. */
const needed = [
  "submitted_assignments_count",
  "approved_assignments_count",
  "rejected_assignments_count",
  "skipped_assignments_count",
  "unique_submitters_count",
  "spent_budget",
] as const;
const average = "avg_submit_assignment_millis";

/**
 * A pool's figures from Toloka's analytics. They are no part of the published API, so that anything but
 * a whole answer within `timeoutMs` gives null instead of an error.
 */
export const analysedFigures = async (
  { postStaging }: Client,
  waitOperation: (id: string, timeoutMs: number) => Promise<Operation>,
  poolId: string,
  timeoutMs: number,
): Promise<PoolFigures | null> => {
  const names = [...needed, average];
  const request = names.map((name) => ({ name, subject: "POOL", subject_id: poolId }));
  try {
    const started = await postStaging("/analytics-2", operationSchema, request);
    const operation =
      started.status === "SUCCESS" ? started : await waitOperation(started.id, timeoutMs);
    const figures = analyticsSchema.safeParse(operation.details);
    return operation.status === "SUCCESS" && figures.success ? figuresOf(figures.data) : null;
  } catch (error) {
    if (error instanceof TolokaError) return null;
    throw error;
  }
};

const figuresOf = (found: ReadonlyMap<string, number>): PoolFigures | null => {
  const values = needed.map((name) => found.get(name));
  const [submitted, accepted, rejected, skipped, uniqueSubmitters, spent] = values;
  if (
    submitted === undefined ||
    accepted === undefined ||
    rejected === undefined ||
    skipped === undefined ||
    uniqueSubmitters === undefined ||
    spent === undefined
  ) {
    return null;
  }
  return {
    source: "analytics",
    submitted,
    accepted,
    rejected,
    skipped,
    uniqueSubmitters,
    averageSubmitMs: submitted === 0 ? null : (found.get(average) ?? null),
    spentMicros: microsFromDollars(spent),
  };
};

/** The same figures, counted from all assignments of the pool. */
export const countedFigures = async (
  assignments: AsyncIterable<readonly Assignment[]>,
): Promise<PoolFigures> => {
  const byStatus = new Map<string, number>();
  const submitters = new Set<string>();
  let submitted = 0;
  let spentMicros = 0;
  let submitMs = 0;
  let timed = 0;
  for await (const page of assignments) {
    for (const assignment of page) {
      const { status } = assignment;
      byStatus.set(status, (byStatus.get(status) ?? 0) + 1);
      if (status === "ACCEPTED") spentMicros += assignment.rewardMicros;
      if (!["SUBMITTED", "ACCEPTED", "REJECTED"].includes(status)) continue;
      submitted += 1;
      submitters.add(assignment.userId);
      if (assignment.created === null || assignment.submitted === null) continue;
      submitMs += assignment.submitted.getTime() - assignment.created.getTime();
      timed += 1;
    }
  }
  return {
    source: "counted",
    submitted,
    accepted: byStatus.get("ACCEPTED") ?? 0,
    rejected: byStatus.get("REJECTED") ?? 0,
    skipped: byStatus.get("SKIPPED") ?? 0,
    uniqueSubmitters: submitters.size,
    averageSubmitMs: timed === 0 ? null : Math.round(submitMs / timed),
    spentMicros,
  };
};

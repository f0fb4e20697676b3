import { randomUUID } from "node:crypto";
import { answeredStatuses, answerRows, isUsable } from "../domain/results/answer-row.ts";
import { mostAnswersInFiles, type Results } from "../domain/results/results.ts";
import { agreementOf, countSuite, noSuites } from "../domain/results/summary.ts";
import { createTaskResults } from "../domain/results/task-results.ts";
import type { Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";

const signedOf = ({ request, approval }: Run): Results["signed"] =>
  request === null || approval === null
    ? null
    : {
        plannedMicros: request.cost.plannedWithFeeMicros,
        worstMicros: request.cost.worstWithFeeMicros,
        suites: request.cost.plannedAssignments,
        tasks: request.plan.tasks.total - request.plan.tasks.golden - request.plan.tasks.training,
      };

/** Forgets the answers that no message waits for any more: of readings that a crash cut short. */
const forgetLeftOvers = async (deps: Deps, runId: string): Promise<void> => {
  const untold = await deps.database.events.untold(runId);
  const batches = untold.flatMap(({ event }) =>
    event.type === "results" && event.results.files !== null ? [event.results.files.batch] : [],
  );
  await deps.database.results.keepOnly(runId, batches);
};

/** What was read, and in how many pieces its answers were kept. */
type ReadResults = { readonly results: Omit<Results, "isInterim">; readonly pieces: number };

/**
 * Reads all suites of a run's pool and counts them; the answers are kept for the files. Workers get numbers in
 * the order in which they are met. Throws TolokaError.
 */
export const readResults = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run & { readonly poolId: string },
): Promise<ReadResults> => {
  await forgetLeftOvers(deps, run.id);
  const batch = randomUUID();
  const workers = new Map<string, number>();
  const answering = new Set<number>();
  const inputs = new Set<string>();
  const outputs = new Set<string>();
  const tasks = createTaskResults();
  let [suites, answers, kept, pieces] = [noSuites, 0, 0, 0];
  for await (const page of connection.assignments({ poolId: run.poolId })) {
    for (const assignment of page) {
      suites = countSuite(suites, assignment, deps.fee);
      if (answeredStatuses.includes(assignment.status) && !workers.has(assignment.userId)) {
        workers.set(assignment.userId, workers.size + 1);
      }
    }
    const rows = page.flatMap((each) => answerRows(each, workers.get(each.userId) ?? 0));
    const usable = rows.filter(isUsable);
    for (const { worker } of usable) answering.add(worker);
    answers += usable.length;
    kept += rows.length;
    if (rows.length === 0 || kept > mostAnswersInFiles) continue;
    for (const row of rows) {
      for (const field of Object.keys(row.input)) inputs.add(field);
      for (const field of Object.keys(row.output)) outputs.add(field);
      tasks.add(row);
    }
    await deps.database.results.addRows(run.id, batch, rows);
    pieces += 1;
  }
  const isWhole = kept <= mostAnswersInFiles;
  const found = tasks.list();
  const results = {
    suites: { ...suites, workers: answering.size },
    answers,
    tasks: isWhole ? found.length : null,
    agreement: isWhole ? agreementOf(found) : [],
    signed: signedOf(run),
    fee: { percent: deps.fee.feePercent, minMicros: deps.fee.minFeeMicros },
    files: isWhole && kept > 0 ? { batch, inputs: [...inputs], outputs: [...outputs] } : null,
  };
  return { results, pieces };
};

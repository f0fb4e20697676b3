import type { Results } from "../domain/results/results.ts";
import type { Run } from "../domain/run.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";
import { readResults } from "./read-results.ts";
import type { ResultsWish } from "./results-ports.ts";
import { say } from "./say.ts";
import type { JobOutcome } from "./store-ports.ts";
import { troubleOf } from "./toloka-words.ts";

/** Toloka's lists show the last suites of a pool late: toloka-kit reads a minute behind, too. Milliseconds. */
const lagMs = 60_000;

const isAsked = (wishes: readonly ResultsWish[]): boolean => wishes.some(({ by }) => by !== null);

const askedBy = (wishes: readonly ResultsWish[]): string | null =>
  wishes.find(({ by }) => by !== null)?.by ?? null;

const anyActive = async (connection: TolokaConnection, poolId: string): Promise<boolean> => {
  for await (const page of connection.assignments({ poolId, statuses: ["ACTIVE"] })) {
    return page.length > 0;
  }
  return false;
};

/** Tells the thread once, whoever and however many asked: whoever comes later finds no wish any more. */
const tell = async (
  deps: Deps,
  run: Run,
  wishes: readonly ResultsWish[],
  { results, pieces }: { readonly results: Results; readonly pieces: number },
): Promise<void> => {
  await deps.database.transaction(async (store) => {
    if (!(await store.results.fulfil(run.id, wishes))) return;
    const { files } = results;
    if (files !== null && (await store.results.pieces(run.id, files.batch)) !== pieces) {
      // This process stood still, and another one that took it for dead has cleared up behind it.
      throw new Error("the answers were cleared away while they were read");
    }
    const by = askedBy(wishes);
    await store.audit.write({
      actor: by ?? "lifeguard",
      action: "results",
      subject: run.id,
      before: null,
      after: JSON.stringify({ answers: results.answers, suites: results.suites }),
    });
    await say(store, run.id, { type: "results", by, results });
  });
};

const tellTrouble = async (
  deps: Deps,
  run: Run,
  wishes: readonly ResultsWish[],
  error: TolokaError,
): Promise<void> => {
  await deps.database.transaction(async (store) => {
    if (!(await store.results.fulfil(run.id, wishes))) return;
    const trouble = troubleOf("Toloka refused the answers", error);
    await say(store, run.id, { type: "no-results", by: askedBy(wishes), trouble });
  });
};

const gather = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run & { readonly poolId: string },
  wishes: readonly ResultsWish[],
): Promise<void> => {
  const isFresh = connection.now().getTime() - (run.closedAt ?? run.updatedAt).getTime() < lagMs;
  if (isFresh && !isAsked(wishes)) return;
  const isOpen = (await connection.pool(run.poolId)).status === "OPEN";
  if (!isAsked(wishes)) {
    // Open again: the next closing brings its own wish.
    if (isOpen) return void (await deps.database.results.fulfil(run.id, wishes));
    if (await anyActive(connection, run.poolId)) return;
  }
  const read = await readResults(deps, connection, run);
  const isInterim = isOpen || isFresh || read.results.suites.active > 0;
  const answered = isInterim ? wishes.filter(({ by }) => by !== null) : wishes;
  if (answered.length === 0) return;
  await tell(deps, run, answered, { ...read, results: { ...read.results, isInterim } });
};

/**
 * Reads what a pool's workers answered and tells the run's thread, once for everybody who waits. The bot's own
 * wish after a closing waits for Toloka's lists, and until nobody holds a suite any more; a person's does not. While
 * Toloka is silent or somebody works the wishes stay, and each watch comes back to them.
 */
export const gatherResults = async (deps: Deps, runId: string): Promise<JobOutcome> => {
  const run = await deps.database.runs.find(runId);
  if (run === null || run.poolId === null) return "done";
  const wishes = await deps.database.results.wishes(runId);
  const connection = deps.toloka.connection(run.environment);
  if (wishes.length === 0 || connection === null) return "done";
  try {
    await gather(deps, connection, { ...run, poolId: run.poolId }, wishes);
  } catch (error) {
    if (!(error instanceof TolokaError)) throw error;
    const { code, retryable, outcome } = error.facts;
    if (retryable || outcome === "unknown") {
      deps.log.warn({ run: runId, code }, "results could not be read; the next watch tries again");
    } else {
      await tellTrouble(deps, run, wishes, error);
    }
  }
  return "done";
};

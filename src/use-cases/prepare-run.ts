import type { PrepareStep, Run } from "../domain/run.ts";
import type { Pool } from "../domain/toloka.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import type { Creation } from "./create-object.ts";
import type { Deps } from "./deps.ts";
import { judgeWait } from "./judge-wait.ts";
import type { TolokaConnection } from "./ports.ts";
import { preparePool, prepareProject } from "./prepare-objects.ts";
import { prepareUpload } from "./prepare-upload.ts";
import { prepareVerified } from "./prepare-verified.ts";
import { say } from "./say.ts";
import { type StepOutcome, waitAfter } from "./step-outcome.ts";
import type { JobOutcome, Store } from "./store-ports.ts";
import { troubleOf } from "./toloka-words.ts";

/** When a step that is still under way is looked at again, in milliseconds. */
const lookAgainMs = 1_000;

/** The step after this one for this run; null when preparing is over. */
const stepAfter = (run: Run, step: PrepareStep): PrepareStep | null => {
  if (step === "project") return run.poolBody === null ? null : "pool";
  if (step === "pool") return run.checkId === null ? "verify" : "upload";
  return step === "upload" ? "verify" : null;
};

const created = <Made extends { readonly id: string }>(
  creation: Creation<Made>,
  doing: string,
  toStep: (object: Made) => StepOutcome,
): StepOutcome => {
  if (creation.kind === "made") return toStep(creation.object);
  if (creation.kind === "wait") return creation;
  return { kind: "stopped", trouble: troubleOf(doing, creation.error) };
};

const projectStep = async (
  deps: Deps,
  connection: TolokaConnection,
  run: Run,
): Promise<StepOutcome> =>
  created(await prepareProject(deps, connection, run), "Toloka refused the project", (project) => {
    const next = stepAfter(run, "project");
    return {
      kind: "next",
      change: {
        projectId: project.id,
        projectName: project.publicName,
        ...(next === null ? { status: "done", step: null } : { step: next }),
      },
      events: [{ type: "step-done", step: "project", text: `Project ${project.id} was created.` }],
    };
  });

const poolStep = async (deps: Deps, connection: TolokaConnection, run: Run): Promise<StepOutcome> =>
  created(await preparePool(deps, connection, run), "Toloka refused the pool", (pool) => ({
    kind: "next",
    change: {
      poolId: pool.id,
      poolName: pool.privateName,
      willExpire: pool.willExpire,
      step: stepAfter(run, "pool"),
    },
    events: [
      {
        type: "step-done",
        step: "pool",
        text: `Pool ${pool.id} was created. It stays closed until an opening is approved.`,
      },
    ],
  }));

const takeStep = (deps: Deps, connection: TolokaConnection, run: Run): Promise<StepOutcome> => {
  switch (run.step) {
    case "project":
      return projectStep(deps, connection, run);
    case "pool":
      return poolStep(deps, connection, run);
    case "upload":
      return prepareUpload(deps, connection, run);
    case "verify":
      return prepareVerified(deps, connection, run);
    case null:
      throw new Error(`run ${run.id} is preparing without a step`);
  }
};

type Next = Extract<StepOutcome, { kind: "next" }>;

/** Begins to watch the run's pool; what was seen of it before stays, so that no change goes untold. */
const keepPicture = async (store: Store, run: Run, pool: Pool): Promise<void> => {
  const known = await store.pools.find(run.environment, pool.id);
  await store.pools.save({
    ...(known ?? {
      environment: run.environment,
      poolId: pool.id,
      status: pool.status,
      closeReason: pool.lastCloseReason,
      willExpire: pool.willExpire,
      lastStarted: pool.lastStarted,
      warnedMs: [],
    }),
    runId: run.id,
  });
};

/** Writes down how a step ended; false when somebody else moved the run meanwhile. */
const settle = async (
  deps: Deps,
  run: Run,
  { change, events, seen }: Pick<Next, "change" | "events" | "seen">,
): Promise<boolean> =>
  deps.database.transaction(async (store) => {
    const changed = await store.runs.change(
      run.id,
      { version: run.version, status: "preparing" },
      change,
    );
    if (changed === null) return false;
    await store.audit.write({
      actor: "lifeguard",
      action: `prepare-${run.step}`,
      subject: run.id,
      before: run.status,
      after: changed.status,
    });
    if (seen !== undefined) await keepPicture(store, run, seen);
    await say(store, run.id, ...events);
    return true;
  });

/**
 * Carries a run from its accepted forms to a closed pool with verified tasks: project, pool, upload,
 * read-back. Each step does at most one effect and one transition, looks before it acts, and may be
 * killed and repeated at any instant.
 */
export const prepareRun = async (deps: Deps, runId: string): Promise<JobOutcome> => {
  for (;;) {
    const run = await deps.database.runs.find(runId);
    if (run === null || run.status !== "preparing") return "done";
    const connection = deps.toloka.connection(run.environment);
    if (connection === null) throw new Error(`no connection for ${run.environment}`);
    let outcome: StepOutcome | "under way";
    try {
      outcome = await deps.steps.take(`${run.id}:${run.version}`, () =>
        takeStep(deps, connection, run),
      );
    } catch (error) {
      if (!(error instanceof TolokaError)) throw error;
      outcome =
        error.facts.retryable || error.facts.outcome === "unknown"
          ? waitAfter(error, 5_000)
          : { kind: "stopped", trouble: troubleOf("Toloka could not be read", error) };
    }
    if (outcome === "under way") return { againAfterMs: lookAgainMs };
    if (outcome.kind === "wait") outcome = await judgeWait(deps, run, outcome);
    if (outcome.kind === "wait") return { againAfterMs: outcome.ms };
    if (outcome.kind === "stopped") {
      const trouble = outcome.trouble;
      await settle(deps, run, {
        change: { status: "needs_human", trouble },
        events: [{ type: "needs-human", trouble }],
      });
      return "done";
    }
    if (!(await settle(deps, run, outcome))) return "done";
  }
};

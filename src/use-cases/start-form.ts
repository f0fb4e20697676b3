import { mayRequest } from "../domain/approval.ts";
import type { Environment } from "../domain/environment.ts";
import { type FormInput, tasksFields } from "../domain/form.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { DraftPage, Run, RunKind } from "../domain/run.ts";
import type { Pool } from "../domain/toloka.ts";
import { blankRun } from "./blank-run.ts";
import type { Deps } from "./deps.ts";
import { runIdFor } from "./keys.ts";
import type { Person } from "./ports.ts";
import { reopenTasks } from "./reopen-tasks.ts";
import { makeRoom } from "./room-for-draft.ts";
import { noRoomLeft } from "./room-left.ts";
import { connectionFor } from "./toloka-words.ts";

/** What a person wants a form for. */
export type FormAsk = {
  readonly kind: "run" | "project" | "pool" | "tasks";
  readonly environment: Environment;
  /** Tasks for this pool, as Toloka has it now; null when the form shall ask. */
  readonly pool: Pool | null;
  readonly person: Person;
  readonly channelId: string;
  readonly teamId: string;
  /** Slack's trigger id: the same command delivered twice starts one draft. */
  readonly occasion: string;
};

/** A draft to show, or why there is none. */
export type FormStart = { readonly run: Run } | { readonly refusal: Refusal };

const firstPage: { readonly [Kind in FormAsk["kind"]]: DraftPage } = {
  run: "start",
  project: "project",
  pool: "pool",
  tasks: "tasks",
};

const kindWords: { readonly [Kind in FormAsk["kind"]]: string } = {
  run: "Start a new run",
  project: "Make a new project",
  pool: "Make a new pool",
  tasks: "Add tasks",
};

/** What the person asked for, in words. */
const wordsOf = (ask: FormAsk): string =>
  `${kindWords[ask.kind]}${ask.pool === null ? "" : ` to pool ${ask.pool.id}`} (${ask.environment})`;

/** The tasks page starts with the pool's own overlap. */
const overlapOf = (pool: Pool): FormInput => ({
  [tasksFields.overlap]: String(pool.overlapForTasks ?? pool.overlapForSuites),
});

/** Starts a draft, or continues the run of the named pool at its tasks page. */
export const startForm = async (deps: Deps, ask: FormAsk): Promise<FormStart> => {
  const understood = wordsOf(ask);
  const found = connectionFor(deps, ask.environment, understood);
  if ("refusal" in found) return found;
  const policy = deps.policy.environments[ask.environment];
  const right = mayRequest({ person: ask.person, policy, environment: ask.environment });
  if (right.kind === "refused") return { refusal: { ...right.refusal, understood } };
  const full = await noRoomLeft(deps, understood);
  if (full !== null) return { refusal: full };
  if (ask.pool !== null) {
    const existing = await deps.database.runs.findByPool(ask.environment, ask.pool.id);
    if (existing !== null) {
      const input = { ...existing.input, tasks: overlapOf(ask.pool) };
      return reopenTasks(deps.database, understood, ask.person, existing, { input });
    }
  }
  const kind: RunKind = ask.kind;
  const fresh: Run = {
    ...blankRun({
      id: runIdFor(ask.teamId, `form:${ask.occasion}`),
      kind,
      environment: ask.environment,
      ownerId: ask.person.id,
      channelId: ask.channelId,
      page: firstPage[ask.kind],
      now: deps.clock.now(),
    }),
    input: ask.pool === null ? {} : { tasks: overlapOf(ask.pool) },
    poolId: ask.pool?.id ?? null,
    poolName: ask.pool?.privateName ?? null,
    projectId: ask.pool?.projectId ?? null,
    willExpire: ask.pool?.willExpire ?? null,
  };
  return deps.database.transaction(async (store): Promise<FormStart> => {
    const known = await store.runs.find(fresh.id);
    if (known !== null) return { run: known };
    const full = await makeRoom(store, ask.person.id, deps.limits.openDrafts);
    if (full !== null) return { refusal: { ...full, understood } };
    await store.runs.insert(fresh);
    await store.audit.write({
      actor: ask.person.id,
      action: `start-${kind}`,
      subject: fresh.id,
      before: null,
      after: fresh.status,
    });
    return { run: fresh };
  });
};

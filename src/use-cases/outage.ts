import type { Environment } from "../domain/environment.ts";
import type { Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import { say } from "./say.ts";
import type { Store } from "./store-ports.ts";

/** The most runs and the most open pools that are looked at for one notice. */
const most = 1_000;

/** When the reading of an account began to fail, as ISO text; empty while it succeeds. */
const sinceNote = (environment: Environment): string => `outage:${environment}`;
/** Who was told of it, as `run:<id>` and `user:<id>` with spaces between; empty while it succeeds. */
const toldNote = (environment: Environment): string => `outage-told:${environment}`;
/** When the last outage that was told ended, as ISO text. */
const endedNote = (environment: Environment): string => `outage-ended:${environment}`;

const wordsOf = (text: string | null): readonly string[] =>
  (text ?? "").split(" ").filter((word) => word !== "");

/** The run's name for its owner. */
const nameOf = (run: Run): string => run.poolName ?? run.projectName ?? `pool ${run.poolId}`;

/** Tells the owners of open pools who were not told yet; answers who was. */
const tellOwners = async (
  store: Store,
  open: readonly Run[],
  outage: { readonly environment: Environment; readonly since: string; readonly code: string },
  told: ReadonlySet<string>,
): Promise<readonly string[]> => {
  const owners = [...Map.groupBy(open, (run) => run.ownerId)].filter(
    ([ownerId]) => !told.has(`user:${ownerId}`),
  );
  for (const [userId, runs] of owners) {
    const names = runs.slice(0, 5).map(nameOf);
    await store.jobs.send({
      name: "tell-person",
      userId,
      notice: { type: "toloka-silent", ...outage, names, pools: runs.length },
      key: `${outage.environment}:silent:${outage.since}:${userId}`,
    });
  }
  return owners.map(([userId]) => `user:${userId}`);
};

/**
 * Notes that an account cannot be read. Once that has lasted, the threads of runs that wait for Toloka and
 * the owners of open pools are told, each once for the whole outage; runs that come to wait later, then.
 */
export const noteSilent = async (
  deps: Deps,
  environment: Environment,
  code: string,
): Promise<void> => {
  const { database, policy } = deps;
  const now = deps.clock.now();
  const noted = (await database.notes.read(sinceNote(environment))) ?? "";
  const since = noted === "" ? now.toISOString() : noted;
  if (noted === "") await database.notes.write(sinceNote(environment), since);
  if (now.getTime() - Date.parse(since) < policy.outageNoticeMs) return;
  const runs = (
    await database.runs.list({
      statuses: ["preparing", "approved", "opening", "open"],
      limit: most,
    })
  ).filter((run) => run.environment === environment);
  await database.transaction(async (store) => {
    const before = wordsOf(await store.notes.read(toldNote(environment)));
    const told = new Set(before);
    const waiting = runs.filter((run) => run.status !== "open" && !told.has(`run:${run.id}`));
    for (const run of waiting) await say(store, run.id, { type: "toloka-silent", since, code });
    const open = runs.filter((run) => run.status === "open");
    const owners = await tellOwners(store, open, { environment, since, code }, told);
    const newly = [...waiting.map((run) => `run:${run.id}`), ...owners];
    if (newly.length === 0) return;
    await store.notes.write(toldNote(environment), [...before, ...newly].join(" "));
  });
};

/** Notes that an account can be read; whoever was told of an outage is told of its end, once. */
export const noteAnswered = async (deps: Deps, environment: Environment): Promise<void> => {
  const since = await deps.database.notes.read(sinceNote(environment));
  if (since === null || since === "") return;
  await deps.database.transaction(async (store) => {
    const told = wordsOf(await store.notes.read(toldNote(environment)));
    for (const who of told) {
      const [kind, id = ""] = who.split(":");
      if (kind === "run") await say(store, id, { type: "toloka-back", since });
      else {
        await store.jobs.send({
          name: "tell-person",
          userId: id,
          notice: { type: "toloka-back", environment, since },
          key: `${environment}:back:${since}:${id}`,
        });
      }
    }
    await store.notes.write(sinceNote(environment), "");
    await store.notes.write(toldNote(environment), "");
    await store.notes.write(endedNote(environment), deps.clock.now().toISOString());
  });
};

/**
 * Whether a run has made no step forward for so long that a person must look. While its whole account is
 * silent it is not: that is told in other words, and ends by itself.
 */
export const isStuck = async (deps: Deps, run: Run): Promise<boolean> => {
  const { notes } = deps.database;
  const since = (await notes.read(sinceNote(run.environment))) ?? "";
  if (since !== "") return false;
  const ended = Date.parse((await notes.read(endedNote(run.environment))) ?? "") || 0;
  const from = Math.max(run.updatedAt.getTime(), ended);
  return deps.clock.now().getTime() - from > deps.policy.stuckAfterMs;
};

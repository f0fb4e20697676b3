import { createHash, randomBytes } from "node:crypto";

/** The last numbers given out; plain data, so that a snapshot can hold it. */
type IdState = {
  /** Ten hex digits that all object ids of one account share. */
  machine: string;
  projects: number;
  pools: number;
  objects: number;
  lastSeconds: number;
};

/** Makes ids of which each is greater than the one before. */
export type Ids = {
  state: IdState;
  project(): string;
  /** Pools and trainings share one row of numbers. */
  pool(): string;
  /** `<pool number, 10 hex digits>--<24 hex digits>`; the order of ids is the order of creation. */
  task(poolId: string, at: number): string;
  /** 24 hex digits, as of webhook subscriptions. */
  object(at: number): string;
};

/** Ids as Toloka forms them: decimal texts for projects and pools, hex for tasks; a seed repeats them. */
export function createIds(seed?: number): Ids {
  const state: IdState = {
    machine: seed === undefined ? randomBytes(5).toString("hex") : machineOf(seed),
    projects: 83_000,
    pools: 36_500_000,
    objects: 0,
    lastSeconds: 0,
  };

  function object(at: number): string {
    state.objects += 1;
    state.lastSeconds = Math.max(state.lastSeconds, Math.floor(at / 1000));
    const moment = state.lastSeconds.toString(16).padStart(8, "0");
    return `${moment}${state.machine}${state.objects.toString(16).padStart(6, "0")}`;
  }

  return {
    state,
    object,
    project() {
      state.projects += 1;
      return String(state.projects);
    },
    pool() {
      state.pools += 1;
      return String(state.pools);
    },
    task: (poolId, at) => `${poolPart(poolId)}--${object(at)}`,
  };
}

/** The same digits for the same seed. */
function machineOf(seed: number): string {
  return createHash("sha256").update(String(seed)).digest("hex").slice(0, 10);
}

/** The part of a task's id that names its pool. */
function poolPart(poolId: string): string {
  return Number(poolId).toString(16).padStart(10, "0");
}

/** The pool of which a task, suite or assignment id speaks; undefined for an id of another form. */
export function poolOfId(id: string): string | undefined {
  const match = /^([0-9a-f]{10})--[0-9a-f]{24}$/i.exec(id);
  return match === null ? undefined : String(Number.parseInt(match[1] ?? "", 16));
}

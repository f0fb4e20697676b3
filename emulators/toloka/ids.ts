import { randomBytes } from "node:crypto";

/** Makes ids of which each is greater than the one before. */
export type Ids = {
  project(): string;
  pool(): string;
  /** `<pool number, 10 hex digits>--<24 hex digits>`; the order of ids is the order of creation. */
  task(poolId: string, at: number): string;
};

/** Ids as Toloka forms them: decimal texts for projects and pools, hex for tasks. */
export function createIds(): Ids {
  const machine = randomBytes(5).toString("hex");
  let projects = 83_000;
  let pools = 36_500_000;
  let tasks = 0;
  let lastSeconds = 0;
  return {
    project() {
      projects += 1;
      return String(projects);
    },
    pool() {
      pools += 1;
      return String(pools);
    },
    task(poolId, at) {
      tasks += 1;
      lastSeconds = Math.max(lastSeconds, Math.floor(at / 1000));
      const pool = Number(poolId).toString(16).padStart(10, "0");
      const moment = lastSeconds.toString(16).padStart(8, "0");
      return `${pool}--${moment}${machine}${tasks.toString(16).padStart(6, "0")}`;
    },
  };
}

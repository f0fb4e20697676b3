import { setTimeout as sleep } from "node:timers/promises";
import { type MeasuredApp, startLifeguard } from "../apps.ts";
import { usageOf } from "../process-usage.ts";
import type { StandIns } from "../stand-ins.ts";

/** From starting the process to its first acknowledged command, and what it then costs to do nothing. */
export type StartFigures = {
  /** On an empty folder: the embedded database is made first. */
  readonly firstStartMs: number;
  /** On the folder of an earlier start, each time. */
  readonly reopenMs: readonly number[];
  /** Resident memory when nobody has asked for anything, in bytes. */
  readonly idleBytes: number;
  /** Share of one core that is used then, 0 to 1; the watcher's tick is among it. */
  readonly idleCpu: number;
};

const reopens = 3;

/** How long an idle process is looked at, in milliseconds. */
const idleMs = 5_000;

/** Starts Lifeguard several times on one folder. Answers the figures and the last start, still running. */
export const measureStarts = async (
  standIns: StandIns,
  folder: string,
): Promise<{ figures: StartFigures; app: MeasuredApp }> => {
  let app = await startLifeguard(standIns, folder);
  const firstStartMs = app.firstAckMs;
  const reopenMs: number[] = [];
  for (let turn = 0; turn < reopens; turn += 1) {
    await app.stop();
    app = await startLifeguard(standIns, folder);
    reopenMs.push(app.firstAckMs);
  }
  // What a start leaves running is over by then.
  await sleep(2_000);
  const before = usageOf(app.pid);
  await sleep(idleMs);
  const after = usageOf(app.pid);
  const idleCpu = (after.cpuMs - before.cpuMs) / idleMs;
  return { figures: { firstStartMs, reopenMs, idleBytes: after.rssBytes, idleCpu }, app };
};

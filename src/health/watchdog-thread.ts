/** Ends the process when the main loop no longer counts. Runs as a thread of its own. */
import { writeSync } from "node:fs";
import { workerData } from "node:worker_threads";
import { z } from "zod";

const { shared, silentTicks, tickMs } = z
  .object({
    shared: z.instanceof(SharedArrayBuffer),
    silentTicks: z.number(),
    tickMs: z.number(),
  })
  .parse(workerData);

const counter = new Int32Array(shared);
let last = -1;
let silent = 0;

// Ticks of this thread are counted, not the time: a paused machine or process is not a hung loop.
setInterval(() => {
  const now = Atomics.load(counter, 0);
  silent = now === last ? silent + 1 : 0;
  last = now;
  if (silent < silentTicks) return;
  const seconds = Math.round((silentTicks * tickMs) / 1_000);
  writeSync(
    2,
    `Lifeguard hangs: its main loop has been silent for ${seconds} s (a full disk under the embedded database does that). It ends itself to be started afresh.\n`,
  );
  process.kill(process.pid, "SIGKILL");
}, tickMs);

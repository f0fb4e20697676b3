import { Worker } from "node:worker_threads";

/** How often the main loop counts and the watchdog looks, in milliseconds. */
const tickMs = 500;

/** The main loop may be silent for so many looks: 20 seconds. */
const silentTicks = 40;

/**
 * Watches the main loop from a thread: when the loop is silent for 20 seconds, the thread prints why and
 * kills the process, because a hung process can neither work nor stop in order. Nothing that was
 * acknowledged is lost by that.
 */
export const startWatchdog = (): void => {
  const shared = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const counter = new Int32Array(shared);
  setInterval(() => Atomics.add(counter, 0, 1), tickMs).unref();
  new Worker(new URL("watchdog-thread.ts", import.meta.url), {
    workerData: { shared, silentTicks, tickMs },
    env: {},
  }).unref();
};

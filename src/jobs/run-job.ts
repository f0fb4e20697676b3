import { createHash } from "node:crypto";
import type { JobWithMetadata } from "pg-boss";
import type { Log } from "../use-cases/ports.ts";
import type { Job, JobHandlers, JobOutcome } from "../use-cases/store-ports.ts";
import { jobSchema } from "./job-schema.ts";
import { subjectOf } from "./subject.ts";

/** Sends a job once more; a second call with the same id changes nothing. */
export type SendAgain = (job: Job, options: { afterMs: number; id: string }) => Promise<void>;

/**
 * Runs one job that was taken from its queue. Throws when the handler threw, so that the queue tries again;
 * the new error carries the message only, because the queue stores it and the original may hold secrets.
 */
export const runJob = async (
  stored: JobWithMetadata<object>,
  deps: { handlers: JobHandlers; sendAgain: SendAgain; log: Log },
): Promise<void> => {
  try {
    const job = jobSchema.parse(stored.data);
    const outcome = await handle(deps.handlers, job);
    if (outcome === "done") return;
    await deps.sendAgain(job, { afterMs: outcome.againAfterMs, id: nextId(stored.id) });
  } catch (error) {
    const message = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
    report(stored, message, deps.log);
    throw new Error(message);
  }
};

const handle = (handlers: JobHandlers, job: Job): Promise<JobOutcome> => {
  switch (job.name) {
    case "prepare-run":
      return handlers["prepare-run"](job);
    case "open-run":
      return handlers["open-run"](job);
    case "close-pool":
      return handlers["close-pool"](job);
    case "check-file":
      return handlers["check-file"](job);
    case "tell-thread":
      return handlers["tell-thread"](job);
    case "tell-person":
      return handlers["tell-person"](job);
    case "watch":
      return handlers.watch(job);
    case "refresh-homes":
      return handlers["refresh-homes"](job);
    case "paint-home":
      return handlers["paint-home"](job);
    case "gather-results":
      return handlers["gather-results"](job);
    case "read-balances":
      return handlers["read-balances"](job);
  }
};

/** Computed, so that a job that dies between sending its successor and ending sends the same one again. */
const nextId = (id: string): string => {
  const digest = createHash("sha256").update(`again ${id}`).digest("hex");
  return digest.slice(0, 32).replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
};

const report = (stored: JobWithMetadata<object>, error: string, log: Log) => {
  const parsed = jobSchema.safeParse(stored.data);
  const fields = {
    job: stored.name,
    jobId: stored.id,
    subject: parsed.success ? subjectOf(parsed.data) : null,
    attempt: stored.retryCount + 1,
    error,
  };
  if (stored.retryCount >= stored.retryLimit) {
    log.error(fields, "A job was given up; it waits in the queue given-up");
  } else {
    log.warn(fields, "A job failed and will be tried again");
  }
};

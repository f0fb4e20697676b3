import type { Job } from "../use-cases/store-ports.ts";

/** What a job is about: of the jobs with one name and one subject, at most one runs at a time. */
export const subjectOf = (job: Job): string => {
  switch (job.name) {
    case "prepare-run":
    case "open-run":
    case "check-file":
    case "tell-thread":
    case "gather-results":
      return job.runId;
    case "close-pool":
      return `${job.environment}:${job.poolId}`;
    case "tell-person":
    case "paint-home":
    case "read-balances":
      return job.userId;
    case "watch":
    case "refresh-homes":
      return "all";
  }
};

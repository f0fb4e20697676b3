import type { Deps } from "./deps.ts";
import { moveRun } from "./move-run.ts";

/** Ends the requests nobody decided in time. */
export const expireRequests = async (deps: Deps): Promise<void> => {
  const now = deps.clock.now();
  const requested = await deps.database.runs.list({ statuses: ["requested"], limit: 1_000 });
  for (const run of requested) {
    if (run.request === null || run.request.expiresAt > now) continue;
    await moveRun(deps, run, { status: "expired" }, [
      { type: "expired-request", code: run.request.code },
    ]);
  }
};

import type { DirectNotice } from "../domain/notice.ts";
import type { Deps } from "./deps.ts";
import { SlackFailure } from "./ports.ts";
import type { JobOutcome } from "./store-ports.ts";

/** Sends a direct message once; a person who cannot be written to is logged and left alone. */
export const tellPerson = async (
  deps: Deps,
  job: { readonly userId: string; readonly notice: DirectNotice; readonly key: string },
): Promise<JobOutcome> => {
  const sent = `told:${job.key}`;
  if ((await deps.database.notes.read(sent)) !== null) return "done";
  try {
    await deps.messenger.tell(job.userId, job.notice, job.key);
    await deps.database.notes.write(sent, deps.clock.now().toISOString());
    return "done";
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    if (error.kind === "rate_limited") return { againAfterMs: error.retryAfterMs ?? 1_000 };
    if (error.kind !== "permanent" && error.kind !== "unsayable") throw error;
    deps.log.error({ user: job.userId, code: error.code }, "a person cannot be written to");
    return "done";
  }
};

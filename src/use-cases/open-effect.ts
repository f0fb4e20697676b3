import type { Run } from "../domain/run.ts";

/** The effect of opening belongs to one request: a later request of the same run opens anew. */
export const openEffect = (run: Run): string =>
  `open:${run.request?.requestedAt.toISOString() ?? "none"}`;

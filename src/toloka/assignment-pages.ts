import type { TolokaResults } from "../use-cases/ports.ts";
import { after, type createLister, equal } from "./listing.ts";
import { assignmentSchema } from "./schema/assignment.ts";

/** The suites of a pool that were handed out, by pages. */
export const assignmentPages =
  (list: ReturnType<typeof createLister>): TolokaResults["assignments"] =>
  ({ poolId, statuses, submittedAfter }) =>
    list("/assignments", assignmentSchema, {
      pool_id: poolId,
      ...equal("status", statuses?.join(",")),
      ...after("submitted_gt", submittedAfter),
    });

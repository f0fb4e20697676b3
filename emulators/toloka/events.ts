import type { CloseReason, Pool } from "./entities.ts";
import type { World } from "./world.ts";

/** Steps of an answer that the account hears of; APPROVED is the status ACCEPTED. */
export const ASSIGNMENT_EVENTS = [
  "ASSIGNMENT_CREATED",
  "ASSIGNMENT_SUBMITTED",
  "ASSIGNMENT_SKIPPED",
  "ASSIGNMENT_EXPIRED",
  "ASSIGNMENT_APPROVED",
  "ASSIGNMENT_REJECTED",
] as const;

type AssignmentEvent = (typeof ASSIGNMENT_EVENTS)[number];

/** Something that happened in a pool at the virtual moment `at` (UTC ms). */
export type WorldEvent = { pool: Pool; at: number } & (
  | { type: "POOL_OPENED" }
  | { type: "POOL_CLOSED"; reason: CloseReason }
  | { type: AssignmentEvent; taskSuiteId: string; assignmentId: string }
  | {
      type: "DYNAMIC_OVERLAP_COMPLETED";
      taskId: string;
      confidence: number;
      assignmentIds: readonly string[];
      outputValues: { readonly [field: string]: unknown };
    }
);

/** Something that hears every event of an account, in the order in which they happened. */
export type Listener = (world: World, event: WorldEvent) => void;

/** Tells everyone who listens. */
export function publish(world: World, event: WorldEvent): void {
  for (const listener of world.listeners) listener(world, event);
}

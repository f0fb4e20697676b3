import type { Fields } from "./checks/fields.ts";
import { conflict } from "./errors.ts";

const MAX_OVERLAP = 30_000;

/** Members that speak of overlap. */
export const OVERLAP_FIELDS = ["overlap", "infinite_overlap"];

/** A task or a suite; both are null when its overlap is infinite. */
type Issued = { overlap: number | null; remaining: number | null };

/** The overlap in a body: null for infinite, undefined when it is to stay. */
export function askedOverlap(fields: Fields, thing: Issued, min: number) {
  const infinite = fields.boolean("infinite_overlap");
  const overlap = fields.integer("overlap", { min, max: MAX_OVERLAP });
  if (infinite === true) return null;
  if (thing.overlap === null && overlap !== undefined && infinite === undefined) {
    fields.fail("infinite_overlap", "VALUE_REQUIRED");
  }
  if (thing.overlap === null && infinite === false && !fields.has("overlap")) {
    fields.fail("overlap", "VALUE_REQUIRED");
  }
  return overlap;
}

/** The overlap in the body of set-overlap-or-min, which must name one. */
export function askedOverlapOrMin(fields: Fields, thing: Issued) {
  if (!fields.has("overlap") && !fields.has("infinite_overlap")) {
    fields.fail("overlap", "VALUE_REQUIRED");
  }
  return askedOverlap(fields, thing, 0);
}

/** Times that a task or suite was handed out already. */
function issuedOf({ overlap, remaining }: Issued): number {
  return overlap === null || remaining === null ? 0 : overlap - remaining;
}

/**
 * Refuses an overlap below the number of times handed out.
 * @throws ApiError 409
 */
export function demandIssued(thing: Issued, overlap: number | null | undefined): void {
  if (overlap !== undefined && overlap !== null && overlap < issuedOf(thing)) {
    throw conflict("ASSIGNMENTS_COUNT_CONFLICT");
  }
}

/** Sets an overlap; what was handed out stays counted. */
export function setOverlap(thing: Issued, overlap: number | null): void {
  const issued = issuedOf(thing);
  thing.overlap = overlap;
  thing.remaining = overlap === null ? null : overlap - issued;
}

/** Sets the overlap asked for, or the lowest that is still possible. */
export function setOverlapOrLowest(thing: Issued, overlap: number | null | undefined): void {
  if (overlap === undefined) return;
  setOverlap(thing, overlap === null ? null : Math.max(overlap, issuedOf(thing)));
}

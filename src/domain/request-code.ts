import { createHash } from "node:crypto";

/** Crockford's letters without 0 and 1: no two of them look or sound alike when read aloud. */
const letters = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

/** A request's code as a person types it, in capitals. */
export const requestCodePattern: RegExp = new RegExp(`^REQ-[${letters}]{4}$`, "u");

/** The short code of a run's request, such as REQ-7F3K: always the same for the same run id. */
export const requestCode = (runId: string): string => {
  const digest = createHash("sha256").update(runId).digest();
  const code = [0, 4, 8, 12].map((offset) => letters[digest.readUInt32BE(offset) % letters.length]);
  return `REQ-${code.join("")}`;
};

import type { PeopleStore } from "../people-store.ts";
import type { Fields } from "./fields.ts";
import { readId } from "./id.ts";

/** The Toloker in `user_id`; one whom the platform does not know is recorded as wrong. */
export function readTolokerId(fields: Fields, store: PeopleStore): string | undefined {
  const userId = readId(fields, "user_id", { required: true });
  if (userId === undefined || store.tolokers.has(userId)) return userId;
  fields.fail("user_id", "ENTITY_DOES_NOT_EXIST");
  return undefined;
}

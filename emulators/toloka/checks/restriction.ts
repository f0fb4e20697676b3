import { validationError } from "../errors.ts";
import type { JsonObject } from "../json.ts";
import type { WantedRestriction } from "../people.ts";
import { RESTRICTION_SCOPES } from "../people-entities.ts";
import type { Store } from "../store.ts";
import { createFieldErrors, type Fields, fieldsOf } from "./fields.ts";
import { readId } from "./id.ts";
import { readTolokerId } from "./known-people.ts";

const MAX_COMMENT = 499;

/**
 * The ban that a body asks for (Toloka API, user restrictions).
 * @throws ApiError 400 with all wrong fields
 */
export function checkedRestriction(store: Store, body: JsonObject): WantedRestriction {
  const errors = createFieldErrors();
  const fields = fieldsOf(errors, body);
  const userId = readTolokerId(fields, store);
  const word = fields.oneOf("scope", RESTRICTION_SCOPES, { required: true });
  const scope = RESTRICTION_SCOPES.find((known) => known === word);
  const projectId =
    scope === "PROJECT" ? readPlace(fields, "project_id", store.projects) : undefined;
  const poolId = scope === "POOL" ? readPlace(fields, "pool_id", store.pools) : undefined;
  const comment = fields.string("private_comment");
  if (comment !== undefined && comment.length > MAX_COMMENT) {
    fields.fail("private_comment", "STRING_LENGTH_GREATER_THAN_MAX", [MAX_COMMENT]);
  }
  const willExpire = fields.date("will_expire");
  if (!errors.isEmpty() || userId === undefined || scope === undefined) {
    throw validationError(errors.map());
  }
  return {
    scope,
    userId,
    ...(projectId === undefined ? {} : { projectId }),
    ...(poolId === undefined ? {} : { poolId }),
    ...(comment === undefined ? {} : { privateComment: comment }),
    ...(willExpire === undefined ? {} : { willExpire }),
  };
}

/** The project or pool that a ban is for. */
function readPlace(
  fields: Fields,
  name: string,
  known: ReadonlyMap<string, unknown>,
): string | undefined {
  const id = readId(fields, name, { required: true });
  if (id !== undefined && !known.has(id)) fields.fail(name, "ENTITY_DOES_NOT_EXIST");
  return id;
}

import { type Answer, type Call, emptyBody, fateOf, notAnObject, type Route } from "../api.ts";
import {
  type CheckedBonus,
  checkBonuses,
  duplicateIn,
  payChecked,
  runBonusBatch,
} from "../bonus-batch.ts";
import { createFieldErrors } from "../checks/fields.ts";
import { conflict, doesNotExist, type FieldErrorMap, validationError } from "../errors.ts";
import { formatBonus } from "../formats-people.ts";
import { isObject, type JsonObject } from "../json.ts";
import { formatOperation, type OperationResult, startOperation } from "../operations.ts";
import { type Listing, pageOf } from "../pages.ts";
import type { UserBonus } from "../people-entities.ts";
import { flagOf, uuidOf } from "../query.ts";
import { countersOf, tooLarge } from "../task-upload.ts";

const PATH = "/api/v1/user-bonuses";
const MAX_SYNC_BONUSES = 100;

/** Bonuses to Tolokers (Toloka API, user bonuses). */
export const userBonusRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listBonuses },
  { method: "POST", path: PATH, handle: createBonuses },
  { method: "GET", path: `${PATH}/:id`, handle: getBonus },
];

const LISTING: Listing<UserBonus> = {
  ids: "number",
  ascending: true,
  ranges: ["id", "created"],
  sorts: ["id", "created"],
  keyOf: (bonus, field) => (field === "id" ? Number(bonus.id) : bonus.created),
};

function listBonuses({ world, query }: Call): Answer {
  const userId = query.get("user_id");
  const assignmentId = query.get("assignment_id");
  const comment = query.get("private_comment");
  const wanted = (bonus: UserBonus): boolean =>
    (userId === null || bonus.userId === userId) &&
    (assignmentId === null || bonus.assignmentId === assignmentId) &&
    (comment === null || bonus.body.private_comment === comment);
  const page = pageOf([...world.store.bonuses.values()], query, LISTING, wanted);
  return { status: 200, body: { items: page.items.map(formatBonus), has_more: page.hasMore } };
}

function getBonus({ world, id }: Call): Answer {
  const bonus = world.store.bonuses.get(id);
  if (bonus === undefined) throw doesNotExist();
  return { status: 200, body: formatBonus(bonus) };
}

/** The operation id makes a request repeatable in either mode: a second one is refused. */
function createBonuses(call: Call): Answer {
  const { body, query, world } = call;
  if (body === undefined || body === null) throw emptyBody();
  if (!isObject(body) && !Array.isArray(body)) throw notAnObject();
  const items: readonly unknown[] = Array.isArray(body) ? body : [body];
  const errors = createFieldErrors();
  const asynchronous = flagOf(query, "async_mode", errors);
  const skipInvalid = flagOf(query, "skip_invalid_items", errors);
  const operationId = uuidOf(query, "operation_id", errors);
  if (!errors.isEmpty()) throw validationError(errors.map());
  if (!asynchronous && items.length > MAX_SYNC_BONUSES) throw tooLarge();
  if (operationId !== undefined && world.store.operations.has(operationId.toLowerCase())) {
    throw conflict("OPERATION_ALREADY_EXISTS");
  }
  const duplicate = duplicateIn(items);
  if (duplicate !== undefined) return { status: 409, body: duplicate };
  const start = (id: string | undefined, run: (at: number) => OperationResult): JsonObject => {
    const operation = startOperation(
      world,
      {
        type: "USER_BONUS.BATCH_CREATE",
        parameters: { skip_invalid_items: skipInvalid },
        failDetails: countersOf(items.length, items.length, 0),
        run,
      },
      fateOf(call, id),
    );
    return formatOperation(operation, world.clock.now());
  };
  if (asynchronous) {
    const run = (at: number): OperationResult => runBonusBatch(world, items, skipInvalid, at);
    return { status: world.settings.asyncCreateStatus, body: start(operationId, run) };
  }
  const answer = payNow(call, items, Array.isArray(body), skipInvalid);
  if (operationId !== undefined) start(operationId, () => ({ status: "SUCCESS" }));
  return answer;
}

function payNow(
  { world }: Call,
  items: readonly unknown[],
  isArray: boolean,
  skipInvalid: boolean,
): Answer {
  const checked = checkBonuses(world, items);
  const wrong = wrongOf(checked);
  const [first] = checked;
  if (!isArray && first?.check.ok === false) throw validationError(first.check.errors.map());
  if (Object.keys(wrong).length > 0 && !skipInvalid) {
    const flat = Object.entries(wrong).flatMap(([index, fields]) =>
      Object.entries(fields).map(([path, error]) => [`${index}.${path}`, error]),
    );
    throw validationError(Object.fromEntries(flat));
  }
  const paid = payChecked(world, checked, world.clock.now());
  const [only] = paid;
  if (!isArray && only !== undefined) return { status: 201, body: formatBonus(only) };
  const made = Object.fromEntries(
    paid.flatMap((bonus, index) => (bonus === undefined ? [] : [[index, formatBonus(bonus)]])),
  );
  return { status: 201, body: { items: made, validation_errors: wrong } };
}

function wrongOf(checked: readonly CheckedBonus[]): { [index: string]: FieldErrorMap } {
  return Object.fromEntries(
    checked.flatMap(({ check }, index) => (check.ok ? [] : [[index, check.errors.map()]])),
  );
}

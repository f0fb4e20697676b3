import { isObject } from "../json.ts";
import { toMicros } from "../money.ts";
import type { PeopleStore } from "../people-store.ts";
import { createFieldErrors, type FieldErrors, type Fields, fieldsOf } from "./fields.ts";
import { readId } from "./id.ts";
import { readTolokerId } from "./known-people.ts";
import { checkLanguageMap } from "./language-map.ts";

/** Dollars (Toloka API, user bonuses). */
const MIN_AMOUNT = 0.005;
const MAX_AMOUNT = 100;

/** What a checked bonus will be made with; `amount` in micro-dollars. */
export type BonusCheck =
  | { ok: true; userId: string; amount: number; assignmentId?: string }
  | { ok: false; errors: FieldErrors };

/** Compares one bonus with its rules; `isAssignment` knows the answers of the account. */
export function checkBonus(
  body: unknown,
  store: PeopleStore,
  isAssignment: (id: string) => boolean,
): BonusCheck {
  const errors = createFieldErrors();
  if (!isObject(body)) {
    errors.add("bonus", "OBJECT_EXPECTED");
    return { ok: false, errors };
  }
  const bonus = fieldsOf(errors, body);
  const userId = readTolokerId(bonus, store);
  const amount = bonus.number("amount", { required: true, min: MIN_AMOUNT, max: MAX_AMOUNT });
  bonus.string("private_comment");
  checkMessage(bonus);
  const assignmentId = readId(bonus, "assignment_id");
  if (assignmentId !== undefined && !isAssignment(assignmentId)) {
    bonus.fail("assignment_id", "ENTITY_DOES_NOT_EXIST");
  }
  if (!errors.isEmpty() || userId === undefined || amount === undefined) {
    return { ok: false, errors };
  }
  const place = assignmentId === undefined ? {} : { assignmentId };
  return { ok: true, userId, amount: toMicros(amount), ...place };
}

/** A bonus comes with a title or message, unless it says that it comes without. */
function checkMessage(bonus: Fields): void {
  const silent = bonus.boolean("without_message") === true;
  const texts = ["public_title", "public_message"];
  for (const name of texts) checkLanguageMap(bonus, name);
  const written = texts.filter((name) => bonus.has(name));
  if (silent) for (const name of written) bonus.fail(name, "VALUE_NOT_ALLOWED");
  else if (written.length === 0) for (const name of texts) bonus.fail(name, "VALUE_REQUIRED");
}

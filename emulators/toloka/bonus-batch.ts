import { coversBonuses, payBonus } from "./bonus-payment.ts";
import { type BonusCheck, checkBonus } from "./checks/bonus.ts";
import type { LogItem } from "./entities.ts";
import { ApiError, conflict } from "./errors.ts";
import { type JsonObject, objectOr, without } from "./json.ts";
import type { OperationResult } from "./operations.ts";
import type { UserBonus } from "./people-entities.ts";
import { nextId } from "./people-store.ts";
import { countersOf } from "./task-upload.ts";
import type { World } from "./world.ts";

/** One item of a request with what the checks said. */
export type CheckedBonus = { item: unknown; check: BonusCheck };

const READ_ONLY = ["id", "created", "assignment"];

/** Compares every item with the rules. */
export function checkBonuses(world: World, items: readonly unknown[]): CheckedBonus[] {
  const isAssignment = (id: string): boolean => world.store.assignments.has(id);
  return items.map((item) => ({ item, check: checkBonus(item, world.store, isAssignment) }));
}

/**
 * Refuses a request with the same bonus twice. The body is the bare field map, without the envelope
 * (Toloka API, user bonuses).
 */
export function duplicateIn(items: readonly unknown[]): JsonObject | undefined {
  const seen = new Set<string>();
  for (const item of items) {
    const { user_id, amount, public_title, public_message, private_comment } = objectOr(item);
    const key = JSON.stringify([user_id, amount, public_title, public_message, private_comment]);
    if (seen.has(key)) {
      return {
        user_id: {
          code: "ENTITY_CONFLICT",
          message:
            "It is not allowed to apply multiple bonuses with the same amount, title, message and " +
            "comment to same Toloker in single operation",
        },
      };
    }
    seen.add(key);
  }
  return undefined;
}

/**
 * Pays the good items, all or none.
 * @throws ApiError 409 when the balance does not cover them
 */
export function payChecked(
  world: World,
  checked: readonly CheckedBonus[],
  at: number,
): (UserBonus | undefined)[] {
  const wanted = checked.map(({ check }) => (check.ok ? check.amount : 0));
  if (!coversBonuses(world, wanted)) throw conflict("NOT_ENOUGH_BALANCE");
  return checked.map(({ item, check }) => {
    if (!check.ok) return undefined;
    const { userId, amount, assignmentId } = check;
    const bonus: UserBonus = {
      id: nextId(world.store, "bonus"),
      userId,
      amount,
      ...(assignmentId === undefined ? {} : { assignmentId }),
      created: at,
      body: without(objectOr(item), READ_ONLY),
    };
    world.store.bonuses.set(bonus.id, bonus);
    if (assignmentId !== undefined) noteBonus(world, assignmentId, bonus.id);
    payBonus(world, bonus, at);
    return bonus;
  });
}

function noteBonus({ store }: World, assignmentId: string, id: string): void {
  store.bonusIds.set(assignmentId, [...(store.bonusIds.get(assignmentId) ?? []), id]);
}

/** Carries out an asynchronous request: all or nothing, unless bad items are to be skipped. */
export function runBonusBatch(
  world: World,
  items: readonly unknown[],
  skipInvalid: boolean,
  at: number,
): OperationResult {
  const checked = checkBonuses(world, items);
  const valid = checked.filter(({ check }) => check.ok).length;
  const pays = valid === items.length || skipInvalid;
  try {
    const paid = pays ? payChecked(world, checked, at) : [];
    const log = checked.flatMap((one, index) => logItem(one, paid[index]));
    const details = countersOf(items.length, valid, pays ? valid : 0);
    return { status: pays ? "SUCCESS" : "FAIL", details, log };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return { status: "FAIL", details: countersOf(items.length, valid, 0) };
  }
}

function logItem({ item, check }: CheckedBonus, bonus: UserBonus | undefined): LogItem[] {
  if (!check.ok) {
    const output = check.errors.map();
    return [{ type: "USER_BONUS_VALIDATE", success: false, input: item, output }];
  }
  if (bonus === undefined) return [];
  const output = { user_bonus_id: bonus.id };
  return [{ type: "USER_BONUS_PERSIST", success: true, input: item, output }];
}

import type { UserBonus } from "./people-entities.ts";
import { availableOf, charge, feeOf } from "./work/charges.ts";
import type { World } from "./world.ts";

/** Whether the balance covers bonuses of these amounts (micro-dollars) and their fees. */
export function coversBonuses(world: World, amounts: readonly number[]): boolean {
  const total = amounts.reduce((sum, amount) => sum + amount + feeOf(world, amount), 0);
  return total <= availableOf(world);
}

/** Takes a bonus and its fee from the balance. */
export function payBonus(world: World, bonus: UserBonus, at: number): void {
  const { userId, amount, assignmentId } = bonus;
  const place = assignmentId === undefined ? {} : { assignmentId };
  charge(world, {
    kind: "BONUS",
    at,
    payment: amount,
    fee: feeOf(world, amount),
    userId,
    ...place,
  });
}

import { conflict } from "../errors.ts";
import type { World } from "../world.ts";
import type { Charge } from "./entities.ts";

/** What is booked; sums in micro-dollars, `at` in virtual UTC ms. */
export type NewCharge = Pick<Charge, "kind" | "at" | "payment" | "fee"> & {
  poolId?: string;
  assignmentId?: string;
  userId?: string;
};

/** Money that nobody was promised yet: the balance without the price of work in Tolokers' hands. */
export function availableOf({ store }: World): number {
  return store.balance - store.sums.promised;
}

/**
 * Books one movement of money: a payment or a bonus leaves the balance, a reserve leaves it for the
 * time of the review, a deposit changes it. The balance, the reserve and the spent sum always add up to
 * the opening balance and the deposits.
 * Submitted work is always paid: its price was promised when the suite was handed out.
 * @throws ApiError 409 NOT_ENOUGH_BALANCE for a bonus that the balance does not cover; then nothing is
 *   booked
 */
export function charge(world: World, entry: NewCharge): Charge {
  const { store } = world;
  const total = entry.payment + entry.fee;
  if (entry.kind === "BONUS") demandAvailable(world, total);
  book(world, entry.kind, total);
  const { balance, sums } = store;
  const line = { seq: store.charges.length + 1, ...entry, balance, reserved: sums.reserved };
  store.charges.push(line);
  return line;
}

/**
 * Refuses to spend what is not there.
 * @throws ApiError 409 NOT_ENOUGH_BALANCE
 */
export function demandAvailable(world: World, micros: number): void {
  if (micros > availableOf(world)) throw conflict("NOT_ENOUGH_BALANCE");
}

function book({ store }: World, kind: Charge["kind"], total: number): void {
  const { sums } = store;
  switch (kind) {
    case "DEPOSIT":
      store.balance += total;
      return;
    case "PAYMENT":
    case "BONUS":
      store.balance -= total;
      sums.spent += total;
      return;
    case "RESERVE":
      store.balance -= total;
      sums.reserved += total;
      return;
    case "PAYMENT_FROM_RESERVE":
      sums.reserved -= total;
      sums.spent += total;
      return;
    case "RELEASE":
      sums.reserved -= total;
      store.balance += total;
      return;
  }
}

/** Brings the balance to `micros`, as a top-up does. */
export function setBalance(world: World, micros: number): void {
  const payment = micros - world.store.balance;
  charge(world, { kind: "DEPOSIT", at: world.clock.now(), payment, fee: 0 });
}

/** Toloka's share of a payment in micro-dollars; nothing is taken of nothing. */
export function feeOf({ settings }: World, payment: number): number {
  if (payment === 0) return 0;
  const least = Math.round(settings.minFee * 1_000_000);
  return Math.max(least, Math.round(payment * settings.feeRate));
}

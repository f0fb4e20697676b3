import { ApiError } from "./errors.ts";
import type { World } from "./world.ts";

/** What may keep an account from making projects and opening pools. */
export const ACCOUNT_PROBLEMS = [
  "NONE",
  "NEED_PHONE_CONFIRMATION",
  "BILLING_NOT_SYNCHRONIZED",
] as const;

/**
 * Refuses what an account that is not ready may not do.
 * @throws ApiError 400 without a confirmed phone, 409 while billing is out of step
 */
export function demandReadyAccount({ settings }: World): void {
  switch (settings.accountProblem) {
    case "NONE":
      return;
    case "NEED_PHONE_CONFIRMATION":
      throw new ApiError(400, "NEED_PHONE_CONFIRMATION", "Need phone confirmation");
    case "BILLING_NOT_SYNCHRONIZED":
      throw new ApiError(409, "BILLING_NOT_SYNCHRONIZED", "Billing is not synchronized");
  }
}

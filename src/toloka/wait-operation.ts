import { setTimeout as sleep } from "node:timers/promises";
import type { Operation } from "../domain/toloka.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import { operationTimeout } from "./errors.ts";

/** When to look at a running operation, in milliseconds. */
export type PollPauses = { readonly firstMs: number; readonly nextMs: number };

/** As Toloka's own client polls: soon once, then every second. */
export const pollPauses: PollPauses = { firstMs: 500, nextMs: 1_000 };

/** Looks that may fail in a row before the failure is believed. */
const mostFailures = 3;

const isEnded = (operation: Operation): boolean =>
  operation.status === "SUCCESS" || operation.status === "FAIL";

/**
 * Looks at an operation until it ends. Single failed looks are forgiven when they may pass; the third in a
 * row is thrown. Throws TolokaError OPERATION_TIMEOUT (unknown) when `timeoutMs` are over before the end.
 */
export const waitOperation = async (
  id: string,
  timeoutMs: number,
  look: (id: string) => Promise<Operation>,
  pauses: PollPauses,
): Promise<Operation> => {
  const endMs = performance.now() + timeoutMs;
  let failures = 0;
  // At least one look, however short the patience.
  let pauseMs = Math.min(pauses.firstMs, timeoutMs / 2);
  while (performance.now() + pauseMs < endMs) {
    await sleep(pauseMs);
    pauseMs = pauses.nextMs;
    try {
      const operation = await look(id);
      if (isEnded(operation)) return operation;
      failures = 0;
    } catch (error) {
      failures += 1;
      const mayPass = error instanceof TolokaError && error.facts.retryable;
      if (!mayPass || failures >= mostFailures) throw error;
      pauseMs = Math.max(pauseMs, error.facts.retryAfterMs ?? 0);
    }
  }
  throw operationTimeout(id, timeoutMs);
};

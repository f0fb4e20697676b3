import { setTimeout as pause } from "node:timers/promises";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import type { FaultRule } from "./faults.ts";
import type { HttpContext } from "./http-context.ts";

/** How long a request without an answer is held when the app does not give up. Milliseconds. */
const LONGEST_HOLD_MS = 120_000;
const DEFAULT_DELAY_MS = 1000;

/** What became of a request: the answer, and whether the request was carried out. */
export type Faulted = { response: Response; effect: boolean };

/** Runs a request under a fault. `run` carries it out and returns the answer it would get. */
export async function applyFault(
  context: HttpContext,
  fault: FaultRule | undefined,
  run: () => Promise<Response>,
): Promise<Faulted> {
  switch (fault?.kind) {
    case undefined:
      return { response: await run(), effect: true };
    case "rate-limit":
      return {
        response: context.json({ ok: false, error: "ratelimited" }, 429, {
          "retry-after": String(fault.retryAfter ?? 1),
        }),
        effect: false,
      };
    case "error":
      return {
        response: context.json({ ok: false, error: fault.error ?? "internal_error" }),
        effect: false,
      };
    case "http-500":
      return { response: context.text("Internal Server Error", 500), effect: false };
    case "reset-before":
      return { response: reset(context), effect: false };
    case "reset-after":
      await run();
      return { response: reset(context), effect: true };
    case "timeout-before":
      return { response: await hold(context), effect: false };
    case "timeout-after":
      await run();
      return { response: await hold(context), effect: true };
    case "delay":
      await pause(fault.delayMs ?? DEFAULT_DELAY_MS);
      return { response: await run(), effect: true };
  }
}

function reset(context: HttpContext): Response {
  context.env.outgoing.destroy();
  return RESPONSE_ALREADY_SENT;
}

async function hold(context: HttpContext): Promise<Response> {
  const { outgoing } = context.env;
  const gaveUp = new AbortController();
  outgoing.once("close", () => gaveUp.abort());
  try {
    await pause(LONGEST_HOLD_MS, undefined, { signal: gaveUp.signal, ref: false });
  } catch (error) {
    if (!gaveUp.signal.aborted) throw error;
  }
  return reset(context);
}

import { SlackFailure } from "../use-cases/ports.ts";

/** Makes calls of one name, unless Slack has asked for a pause that is not over. */
export type RateGate = <Result>(name: string, call: () => Promise<Result>) => Promise<Result>;

/**
 * Keeps the pauses that Slack asks for: after a rate limit, calls of that name fail as limited without being
 * sent until the pause is over, whichever job makes them. Limits are Slack's per method, so that a form still
 * opens while posts are limited.
 */
export const createRateGate = (nowMs: () => number = () => performance.now()): RateGate => {
  const pausedUntilMs = new Map<string, number>();
  return async (name, call) => {
    const leftMs = (pausedUntilMs.get(name) ?? 0) - nowMs();
    if (leftMs > 0) throw new SlackFailure("rate_limited", "ratelimited", Math.ceil(leftMs));
    try {
      return await call();
    } catch (error) {
      if (error instanceof SlackFailure && error.kind === "rate_limited") {
        pausedUntilMs.set(name, nowMs() + (error.retryAfterMs ?? 1_000));
      }
      throw error;
    }
  };
};

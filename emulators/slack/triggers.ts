import type { Clock } from "./world/clock.ts";
import { randomHex } from "./world/ids.ts";

/** What a trigger_id stands for: a person's act, made in a conversation and perhaps in a view. */
export type Trigger = {
  userId: string;
  channelId: string | undefined;
  viewId: string | undefined;
};

type Exchange =
  | { ok: true; trigger: Trigger }
  | { ok: false; error: "invalid_trigger_id" | "expired_trigger_id" | "exchanged_trigger_id" };

export type Triggers = {
  issue(trigger: Trigger): string;
  /** Uses a trigger up. It lives three seconds and serves once. */
  exchange(id: string): Exchange;
};

export function createTriggers(clock: Clock, lifetimeMs: () => number, teamId: string): Triggers {
  const issued = new Map<string, { trigger: Trigger; issuedMs: number; used: boolean }>();
  let counter = 1_000_000_000_000;
  return {
    issue(trigger) {
      counter += 1;
      const team = Number.parseInt(teamId.slice(1, 9), 36);
      const id = `${counter}.${team}.${randomHex(16)}`;
      issued.set(id, { trigger, issuedMs: clock.now(), used: false });
      return id;
    },
    exchange(id) {
      const known = issued.get(id);
      if (known === undefined) return { ok: false, error: "invalid_trigger_id" };
      if (known.used) return { ok: false, error: "exchanged_trigger_id" };
      if (clock.now() - known.issuedMs > lifetimeMs()) {
        return { ok: false, error: "expired_trigger_id" };
      }
      known.used = true;
      return { ok: true, trigger: known.trigger };
    },
  };
}

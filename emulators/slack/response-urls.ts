import type { Clock } from "./world/clock.ts";
import { randomHex } from "./world/ids.ts";

/** Where an answer over a response_url goes: to a person in a conversation, perhaps about a message. */
export type ResponseTarget = {
  userId: string;
  channelId: string;
  /** The message whose button was pressed; commands have none. */
  messageTs: string | undefined;
};

type ResponseUse =
  | { ok: true; target: ResponseTarget; use: number }
  | { ok: false; error: "invalid_url" | "expired_url" | "used_url"; use: number };

export type ResponseUrls = {
  /** The address, below `base`. */
  issue(base: string, kind: "commands" | "actions", target: ResponseTarget): string;
  /** Counts a use. A response_url serves five times within 30 minutes. */
  use(token: string): ResponseUse;
};

const MAX_USES = 5;

export function createResponseUrls(clock: Clock, lifetimeMs: () => number): ResponseUrls {
  const issued = new Map<string, { target: ResponseTarget; issuedMs: number; uses: number }>();
  return {
    issue(base, kind, target) {
      const token = randomHex(12);
      issued.set(token, { target, issuedMs: clock.now(), uses: 0 });
      return `${base}/${kind}/${token}`;
    },
    use(token) {
      const known = issued.get(token);
      if (known === undefined) return { ok: false, error: "invalid_url", use: 0 };
      known.uses += 1;
      if (clock.now() - known.issuedMs > lifetimeMs()) {
        return { ok: false, error: "expired_url", use: known.uses };
      }
      if (known.uses > MAX_USES) return { ok: false, error: "used_url", use: known.uses };
      return { ok: true, target: known.target, use: known.uses };
    },
  };
}

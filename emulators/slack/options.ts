import type { ManifestFacts } from "./manifest.ts";
import type { Seed } from "./world/seed.ts";

/** How a stand-in workspace is started. */
export type SlackServerOptions = {
  /** 0 takes a free port. */
  port?: number;
  host?: string;
  botToken: string;
  signingSecret: string;
  /** Needed for Socket Mode only. */
  appToken?: string;
  /** Where the app listens, such as `http://127.0.0.1:3000/slack/events`; may be set later. */
  appUrl?: string;
  manifest?: ManifestFacts;
  seed?: Seed;
  /** JSON lines of the ledger are appended to this file. */
  ledgerFile?: string;
  settings?: Partial<Settings>;
};

/** What the control API can switch while the workspace runs. Times in milliseconds. */
export type Settings = {
  /** Slack gives an app three seconds to acknowledge. */
  ackTimeoutMs: number;
  /** A trigger_id lives three seconds. */
  triggerLifetimeMs: number;
  /** A response_url lives 30 minutes. */
  responseUrlLifetimeMs: number;
  /** Factor on the pauses of event retries (at once, 1 minute, 5 minutes). */
  retryScale: number;
  /** Slack's special limit of chat.postMessage per channel; null switches it off. */
  messagesPerMinute: number | null;
  /** User groups need a paid plan: `plan_upgrade_required` when true. */
  userGroupsNeedUpgrade: boolean;
};

export const defaultSettings: Settings = {
  ackTimeoutMs: 3000,
  triggerLifetimeMs: 3000,
  responseUrlLifetimeMs: 30 * 60 * 1000,
  retryScale: 1,
  messagesPerMinute: null,
  userGroupsNeedUpgrade: false,
};

import type { JsonObject } from "../json.ts";

const SOCKET_TYPES = ["slash_commands", "interactive", "events_api"] as const;

/** Something for the app, independent of the way it travels. */
export type Outgoing = {
  /** The name in the ledger: `slash_command`, `block_actions`, `event:app_home_opened`, ... */
  type: string;
  socketType: (typeof SOCKET_TYPES)[number];
  user: string | null;
  /** What the app reads; sent as a form field `payload`, as form fields or as JSON, by `form`. */
  payload: JsonObject;
  form: "fields" | "payload" | "json";
  /** Set on the repetition of an event. */
  retry?: { num: number; reason: string };
};

import type { Environment } from "./environment.ts";
import type { Refusal } from "./refusal.ts";

/** How a person can name a pool. */
export type PoolTarget =
  /** Decimal pool number, without leading zeros. */
  | { readonly kind: "pool"; readonly poolId: string }
  /** The pool's private name, as typed. */
  | { readonly kind: "name"; readonly name: string }
  /** Code of a request, such as REQ-7F3K, in capitals. */
  | { readonly kind: "request"; readonly code: string }
  /** A link to a Slack message; `threadTs` is set when the message is a reply. */
  | {
      readonly kind: "message";
      readonly channelId: string;
      readonly ts: string;
      readonly threadTs: string | null;
    }
  /** The run of the channel that the command was typed in. */
  | { readonly kind: "this" };

/** What `new` can start. */
export const newNouns = ["run", "project", "pool", "tasks"] as const;
type NewNoun = (typeof newNouns)[number];

/** What `list` can list. */
export const listNouns = ["pools", "projects", "requests"] as const;
type ListNoun = (typeof listNouns)[number];

/** A slash command as understood. The environment is sandbox unless the text says otherwise. */
export type Command = { readonly environment: Environment } & (
  | { readonly kind: "menu" }
  | { readonly kind: "whoami" }
  /** `verb` is a name from the verb table, never an alias; null asks for all of them. */
  | { readonly kind: "help"; readonly verb: string | null }
  | { readonly kind: "new"; readonly what: NewNoun }
  | { readonly kind: "tasks" | "check" | "cost" | "open" | "results"; readonly target: PoolTarget }
  /** Without a target: the person's own runs (`mine`). */
  | {
      readonly kind: "status";
      readonly target: PoolTarget | { readonly kind: "mine" } | { readonly kind: "all" };
    }
  /** `search` keeps what has this text in its name; null keeps everything. */
  | { readonly kind: "list"; readonly what: ListNoun; readonly search: string | null }
  | { readonly kind: "pause"; readonly target: PoolTarget; readonly why: string | null }
  | { readonly kind: "refused"; readonly refusal: Refusal }
);

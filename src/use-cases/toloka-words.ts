import type { Environment } from "../domain/environment.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Trouble } from "../domain/run.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import type { Deps } from "./deps.ts";
import type { TolokaConnection } from "./ports.ts";

/** What to do about a code of Toloka, for people. Codes that are missing here are shown as they came. */
const advice: { readonly [code: string]: { readonly what: string; readonly next: string } } = {
  EMPTY_POOL: { what: "the pool has no tasks", next: "Add tasks to it, then ask again." },
  NOT_ENOUGH_BALANCE: {
    what: "the account has too little money for this pool",
    next: "Top up the Toloka account, then ask again.",
  },
  POOL_LOCKED_BY_ANOTHER_OPERATION: {
    what: "another operation is running on the pool",
    next: "Wait a minute, then ask again.",
  },
  PROJECT_INAPPROPRIATE_STATUS: {
    what: "the project is archived",
    next: "Use another project: archiving cannot be undone.",
  },
  INAPPROPRIATE_STATUS: {
    what: "the pool is in a status that does not allow this",
    next: "Look at its status, then decide.",
  },
  NEED_PHONE_CONFIRMATION: {
    what: "the account's phone number is not confirmed",
    next: "Confirm it on Toloka's page.",
  },
  AUTHENTICATION_ERROR: {
    what: "Toloka does not accept the key",
    next: "Ask whoever runs this bot to check the Toloka key.",
  },
  ACCESS_DENIED: {
    what: "the account may not do this",
    next: "Ask whoever owns the Toloka account.",
  },
  DOES_NOT_EXIST: {
    what: "Toloka knows no such object",
    next: "Check the number and the environment.",
  },
  CONFLICT_STATE: {
    what: "Toloka refused it in the present state (a closing time in the past, for example)",
    next: "Check the pool's closing time and status.",
  },
  TOO_MANY_REQUESTS: { what: "Toloka's request limit is reached", next: "Try again later." },
  MIXER_CONFIG_REQUIRED: {
    what: "the pool has no smart mixing, so tasks cannot be uploaded to it one by one",
    next: "Make a new pool with tasks per suite set.",
  },
};

/** The fields that Toloka rejected, as one clause; empty when there are none. */
const fieldWords = (error: TolokaError): string =>
  Object.entries(error.facts.fields)
    .slice(0, 5)
    .map(([path, fault]) => `${path}: ${fault.message} (${fault.code})`)
    .join("; ");

/** Whether the thing is simply not there. */
export const isMissing = (error: unknown): boolean =>
  error instanceof TolokaError && error.facts.status === 404;

/** Turns a failed call into what stopped the bot, with Toloka's code and request id. */
export const troubleOf = (doing: string, error: TolokaError): Trouble => {
  const known = advice[error.facts.code];
  const fields = fieldWords(error);
  const detail = known?.what ?? error.message;
  return {
    what: `${doing}: ${detail}${fields === "" ? "" : ` (${fields})`}.`,
    next: known?.next ?? "Try again; if it stays, give Toloka's support the request id.",
    code: error.facts.code,
    requestId: error.facts.requestId,
  };
};

/** A refusal that says what Toloka answered. Rethrows what is not Toloka's. */
export const refusalOf = (
  understood: string,
  error: unknown,
): { refusal: Refusal; requestId: string | null } => {
  if (!(error instanceof TolokaError)) throw error;
  const silent = error.facts.outcome === "unknown";
  const trouble = troubleOf("Toloka refused", error);
  return {
    refusal: {
      understood,
      wrong: silent
        ? `Toloka did not answer as it should (${error.facts.code}). Nothing was changed.`
        : trouble.what,
      next: silent ? "Try again in a minute." : trouble.next,
      suggestion: null,
    },
    requestId: error.facts.requestId,
  };
};

/** The same for something about one pool: a pool that is not there is told as such. */
export const poolRefusalOf = (
  understood: string,
  pool: { readonly environment: Environment; readonly poolId: string },
  error: unknown,
): { refusal: Refusal; requestId: string | null } => {
  const told = refusalOf(understood, error);
  if (!isMissing(error)) return told;
  return {
    refusal: {
      understood,
      wrong: `There is no pool ${pool.poolId} in ${pool.environment}.`,
      next: "Check the number; pools of the other environment need its word in the command.",
      suggestion: `/toloka list pools${pool.environment === "production" ? " production" : ""}`,
    },
    requestId: told.requestId,
  };
};

/** The connection of an environment, or the refusal that says it is not set up. */
export const connectionFor = (
  deps: Deps,
  environment: Environment,
  understood: string,
): { connection: TolokaConnection } | { refusal: Refusal } => {
  const connection = deps.toloka.connection(environment);
  if (connection !== null) return { connection };
  return {
    refusal: {
      understood,
      wrong: `There is no Toloka key for ${environment} in this installation.`,
      next:
        environment === "production"
          ? "Leave the word production out to work in the sandbox, or ask whoever runs this bot."
          : "Ask whoever runs this bot to set TOLOKA_SANDBOX_API_KEY.",
      suggestion: null,
    },
  };
};

/** What a failed call means for the world outside. */
type CallOutcome =
  /** The server refused, or was never reached: nothing happened there. */
  | "refused"
  /** Time-out, reset or 5xx: it may have happened. Look before acting again. */
  | "unknown";

/** One rejected field of a request: Toloka's code and message. */
export type FieldFault = { readonly code: string; readonly message: string };

/** Everything the bot knows about a failed Toloka call. */
export type TolokaErrorFacts = {
  readonly outcome: CallOutcome;
  /** HTTP status, or null when no answer came. */
  readonly status: number | null;
  /**
   * Toloka's code such as EMPTY_POOL, or an own one: NO_ANSWER (told apart by `outcome`), TIMEOUT, NOT_JSON,
   * EMPTY_BODY, UNEXPECTED_SHAPE, REDIRECT, TOO_LARGE, BAD_ID, PAGE_REPEATS, TOO_MANY_PAGES,
   * OPERATION_TIMEOUT.
   */
  readonly code: string;
  /** Toloka's request id for its support, when there was one. */
  readonly requestId: string | null;
  /** Dotted field path -> fault, for VALIDATION_ERROR; empty otherwise. */
  readonly fields: { readonly [path: string]: FieldFault };
  /** Whether the same call may succeed later without a change. */
  readonly retryable: boolean;
  /** How long Toloka asks to wait, in milliseconds; null when it does not say. */
  readonly retryAfterMs: number | null;
};

/** A Toloka call that did not do what it was asked. `cause` keeps the original error. */
export class TolokaError extends Error {
  readonly facts: TolokaErrorFacts;

  constructor(message: string, facts: TolokaErrorFacts, cause?: unknown) {
    super(message, { cause });
    this.name = "TolokaError";
    this.facts = facts;
  }
}

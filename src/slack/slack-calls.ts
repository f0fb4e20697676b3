import {
  WebAPIHTTPError,
  WebAPIPlatformError,
  WebAPIRateLimitedError,
  WebAPIRequestError,
  WebClient,
} from "@slack/web-api";
import { type Log, SlackFailure } from "../use-cases/ports.ts";
import { boltLogger } from "./bolt-logger.ts";

/**
 * Errors of Slack after which the same call can never succeed: the channel, person or message is gone,
 * or the app lacks a right.
 */
const permanentCodes: ReadonlySet<string> = new Set([
  "access_denied",
  "account_inactive",
  "cannot_dm_bot",
  "cannot_reply_to_message",
  "cant_post_message",
  "cant_update_message",
  "channel_not_found",
  "edit_window_closed",
  "ekm_access_denied",
  "invalid_auth",
  "is_archived",
  "message_not_found",
  "messages_tab_disabled",
  "missing_scope",
  "no_permission",
  "not_authed",
  "not_in_channel",
  "restricted_action",
  "restricted_action_non_threadable_channel",
  "restricted_action_read_only_channel",
  "restricted_action_thread_locked",
  "restricted_action_thread_only_channel",
  "team_access_not_granted",
  "thread_locked",
  "token_expired",
  "token_revoked",
  "user_disabled",
  "user_not_found",
]);

/** Errors about what a message says: it can never be sent, others can. */
const unsayableCodes: ReadonlySet<string> = new Set([
  "invalid_arguments",
  "invalid_blocks",
  "invalid_blocks_format",
  "metadata_too_large",
  "msg_blocks_too_long",
  "msg_too_long",
  "no_text",
]);

/** Answers that say nothing about whether the call had its effect. */
const unsureCodes: ReadonlySet<string> = new Set([
  "fatal_error",
  "internal_error",
  "request_timeout",
  "service_unavailable",
]);

/** Settings of both clients. */
export type ClientSettings = { readonly botToken: string; readonly apiUrl: string };

/** For answers to a person: short, never queued behind a rate limit, never repeated. */
export const interactiveOptions = (apiUrl: string) =>
  ({
    slackApiUrl: apiUrl,
    retryConfig: { retries: 0 },
    timeout: 2_500,
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
  }) as const;

/** For reading who acts while Slack waits for an acknowledgement. */
export const createQuickClient = (settings: ClientSettings, log: Log): WebClient =>
  new WebClient(settings.botToken, {
    ...interactiveOptions(settings.apiUrl),
    logger: boltLogger(log),
  });

/** For durable jobs: patient, never repeated by the client: the job engine owns retries. */
export const createWorkerClient = (settings: ClientSettings, log: Log): WebClient =>
  new WebClient(settings.botToken, {
    ...interactiveOptions(settings.apiUrl),
    timeout: 10_000,
    logger: boltLogger(log),
  });

/** A short cause without request, headers or token. */
const causeOf = (error: unknown): Error =>
  new Error(error instanceof Error ? error.name : "unknown error");

/** Translates what the Web API client throws into what it means for the caller. */
const slackFailureOf = (error: unknown): SlackFailure => {
  if (error instanceof SlackFailure) return error;
  if (error instanceof WebAPIRateLimitedError) {
    return new SlackFailure(
      "rate_limited",
      "ratelimited",
      error.retryAfter * 1_000,
      causeOf(error),
    );
  }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error;
    const kind = permanentCodes.has(code)
      ? "permanent"
      : unsayableCodes.has(code)
        ? "unsayable"
        : unsureCodes.has(code)
          ? "unknown"
          : "refused";
    return new SlackFailure(kind, code, null, causeOf(error));
  }
  if (error instanceof WebAPIHTTPError) {
    const kind = error.statusCode >= 500 ? "unknown" : "refused";
    return new SlackFailure(kind, `http_${error.statusCode}`, null, causeOf(error));
  }
  if (error instanceof WebAPIRequestError)
    return new SlackFailure("unknown", "no_answer", null, causeOf(error));
  throw error;
};

/** Makes one call; what it throws becomes a SlackFailure. */
export const slackCall = async <Result>(call: () => Promise<Result>): Promise<Result> => {
  try {
    return await call();
  } catch (error) {
    throw slackFailureOf(error);
  }
};

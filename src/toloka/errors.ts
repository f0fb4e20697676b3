import type { z } from "zod";
import { TolokaError, type TolokaErrorFacts } from "../domain/toloka-error.ts";
import type { ErrorBody } from "./schema/error-body.ts";

/** The call that failed, as it is named in a message: never with its query, body or headers. */
export type Call = {
  readonly method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly path: string;
  /** Behind which root the path begins; `v1` when absent. */
  readonly root?: "v1" | "staging";
};

/** What is known about an answer besides its body. */
export type AnswerFacts = {
  readonly status: number;
  readonly requestId: string | null;
  readonly retryAfterMs: number | null;
};

const nameOf = (call: Call): string => `${call.method} ${call.path.split("?", 1)[0]}`;

const unanswered = { status: null, requestId: null, fields: {}, retryAfterMs: null } as const;

const answered = (answer: AnswerFacts): Omit<TolokaErrorFacts, "code"> => {
  const { status, requestId, retryAfterMs } = answer;
  // Only 4xx says that nothing was done; a gateway's 5xx or a success nobody can read may follow a deed.
  const outcome = status >= 400 && status < 500 ? "refused" : "unknown";
  const retryable = status === 408 || status === 429 || (status >= 500 && status !== 501);
  return { outcome, status, requestId, fields: {}, retryable, retryAfterMs };
};

/** The server was never reached (connection refused, no such host, bad certificate): nothing happened. */
export const notReached = (call: Call, retryable: boolean, cause: Error): TolokaError =>
  new TolokaError(
    `Toloka was not reached by ${nameOf(call)}: ${cause.message}`,
    { ...unanswered, code: "NO_ANSWER", outcome: "refused", retryable },
    cause,
  );

/** The connection broke after the request may have left. */
export const connectionLost = (call: Call, cause: Error): TolokaError =>
  new TolokaError(
    `The connection to Toloka broke during ${nameOf(call)}: ${cause.message}`,
    { ...unanswered, code: "NO_ANSWER", outcome: "unknown", retryable: true },
    cause,
  );

/** No complete answer in time. */
export const timedOut = (call: Call, timeoutMs: number): TolokaError =>
  new TolokaError(`Toloka did not answer ${nameOf(call)} within ${timeoutMs} ms`, {
    ...unanswered,
    code: "TIMEOUT",
    outcome: "unknown",
    retryable: true,
  });

/** The answer is larger than any that Toloka should give. */
export const tooLarge = (call: Call, limitBytes: number): TolokaError =>
  new TolokaError(`Toloka's answer to ${nameOf(call)} exceeds ${limitBytes} bytes`, {
    ...unanswered,
    code: "TOO_LARGE",
    outcome: "unknown",
    retryable: false,
  });

/** The id cannot be one of Toloka's, so that nothing was sent. */
export const badId = (id: string): TolokaError =>
  new TolokaError(`${JSON.stringify(id.slice(0, 80))} is not an id of Toloka`, {
    ...unanswered,
    code: "BAD_ID",
    outcome: "refused",
    retryable: false,
  });

/** Redirects are not followed: the key would go wherever they point. */
export const redirected = (call: Call, answer: AnswerFacts): TolokaError => {
  // These three only say that the address is wrong; 302 and 303 may follow a deed.
  const outcome = [301, 307, 308].includes(answer.status) ? "refused" : "unknown";
  return new TolokaError(
    `Toloka redirected ${nameOf(call)} (${answer.status}); is the address in the settings right?`,
    { ...answered(answer), code: "REDIRECT", outcome },
  );
};

/** The server refused or failed, in its own words. */
export const refusedBy = (call: Call, answer: AnswerFacts, body: ErrorBody): TolokaError => {
  const code = body.code ?? "UNEXPECTED_SHAPE";
  const facts = answered(answer);
  const words = body.message ? `: ${body.message.slice(0, 500)}` : "";
  return new TolokaError(`Toloka answered ${nameOf(call)} with ${answer.status} ${code}${words}`, {
    ...facts,
    code,
    requestId: body.requestId ?? answer.requestId,
    fields: body.fields,
    // Another operation on the pool ends by itself.
    retryable: facts.retryable || code === "POOL_LOCKED_BY_ANOTHER_OPERATION",
  });
};

/** The body is no JSON: a gateway's HTML page, or cut off. */
export const notJson = (call: Call, answer: AnswerFacts): TolokaError =>
  unreadable(call, answer, "NOT_JSON", "something that is not JSON");

/** The body is empty where one is needed. */
export const emptyBody = (call: Call, answer: AnswerFacts): TolokaError =>
  unreadable(call, answer, "EMPTY_BODY", "an empty body");

const unreadable = (
  call: Call,
  answer: AnswerFacts,
  code: "NOT_JSON" | "EMPTY_BODY",
  what: string,
): TolokaError => {
  const facts = answered(answer);
  // A success that cannot be read is an accident on the way: the next answer may be whole.
  const retryable = facts.retryable || answer.status < 300;
  return new TolokaError(`Toloka answered ${nameOf(call)} with ${answer.status} and ${what}`, {
    ...facts,
    code,
    retryable,
  });
};

/** The body is JSON of another shape than Toloka's; the message names the first places. */
export const unexpectedShape = (
  call: Call,
  answer: AnswerFacts,
  issues: readonly z.core.$ZodIssue[],
): TolokaError => {
  const places = issues.slice(0, 3).map((issue) => {
    const path = issue.path.map(String).join(".");
    return `${path === "" ? "the whole" : path}: ${issue.message}`;
  });
  return new TolokaError(
    `Toloka answered ${nameOf(call)} in an unexpected shape: ${places.join("; ").slice(0, 500)}`,
    { ...answered(answer), code: "UNEXPECTED_SHAPE", retryable: false },
  );
};

/** A list that does not end: its pages repeat, do not advance, or are too many. */
export const endlessList = (
  path: string,
  code: "PAGE_REPEATS" | "TOO_MANY_PAGES",
  why: string,
): TolokaError =>
  new TolokaError(`Toloka's list ${path} does not end: ${why}`, {
    ...unanswered,
    code,
    outcome: "unknown",
    retryable: code === "PAGE_REPEATS",
  });

/** The operation was still running when the patience ended. */
export const operationTimeout = (id: string, timeoutMs: number): TolokaError =>
  new TolokaError(`Toloka's operation ${id} did not end within ${timeoutMs} ms`, {
    ...unanswered,
    code: "OPERATION_TIMEOUT",
    outcome: "unknown",
    retryable: true,
  });

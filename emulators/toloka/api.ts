import { type ApiError, validationError } from "./errors.ts";
import { isObject, type JsonObject } from "./json.ts";
import type { World } from "./world.ts";

/** A request that passed routing, authorization, content type and JSON syntax. */
export type Call = {
  world: World;
  id: string;
  query: URLSearchParams;
  /** Parsed body; undefined when the request has none. */
  body: unknown;
  /** Code with which operations of this request end in FAIL, when a fault wants that. */
  failCode?: string;
  requestId: string;
};

/** A file as an answer. */
type AnswerFile = { bytes: Uint8Array; mediaType: string; name: string };

/** What to send: JSON or a file; without either the answer is empty. */
export type Answer = { status: number; body?: unknown; file?: AnswerFile };

/** One operation of the API: method, path below the host with `:id`, and what it does. */
export type Route = {
  method: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  path: string;
  handle(call: Call): Answer | Promise<Answer>;
};

/**
 * The body as an object.
 * @throws ApiError 400 without a body or with another kind of value
 */
export function bodyObject(call: Call): JsonObject {
  if (isObject(call.body)) return call.body;
  throw call.body === undefined || call.body === null ? emptyBody() : notAnObject();
}

/** 400 for a request that needs a body and has none. */
export function emptyBody(): ApiError {
  return validationError({ body: { code: "NOT_NULL_BODY", message: "Body must not be null" } });
}

/** 400 for a body of another kind than the method takes. */
export function notAnObject(): ApiError {
  return validationError({ body: { code: "OBJECT_EXPECTED", message: "Value must be an object" } });
}

/** Operation settings that a request's faults and query choose. */
export function fateOf(call: Call, id?: string): { id?: string; failCode?: string } {
  return {
    ...(id === undefined ? {} : { id }),
    ...(call.failCode === undefined ? {} : { failCode: call.failCode }),
  };
}

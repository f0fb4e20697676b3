import { isObject, type JsonObject, parsedJson } from "../json.ts";
import type { Workspace } from "../workspace.ts";

/** One call: the workspace and the arguments, token apart. Form values are texts; JSON ones keep their type. */
export type ApiCall = { workspace: Workspace; args: JsonObject };

/** A method: the scopes of which one is needed (none: no scope), and what it does. */
export type ApiMethod = {
  scopes: readonly string[] | ((call: ApiCall) => readonly string[]);
  token?: "app";
  run(call: ApiCall): JsonObject;
};

export type ApiMethods = Readonly<Record<string, ApiMethod>>;

/** A refusal in Slack's form: `{ok: false, error}` and more. */
export class ApiError extends Error {
  readonly code: string;
  readonly extra: JsonObject;
  constructor(code: string, extra: JsonObject = {}) {
    super(code);
    this.name = "ApiError";
    this.code = code;
    this.extra = extra;
  }
}

/** `invalid_arguments` with Slack's messages. */
export function invalidArguments(...messages: string[]): ApiError {
  return new ApiError("invalid_arguments", { response_metadata: { messages } });
}

/** A text argument; undefined when it is left out or empty. */
export function optionalText({ args }: ApiCall, name: string): string | undefined {
  const value = args[name];
  if (value === undefined || value === null || value === "") return undefined;
  return typeof value === "string" ? value : String(value);
}

/** A text argument that must be there. Throws `invalid_arguments`. */
export function requiredText(call: ApiCall, name: string): string {
  const value = optionalText(call, name);
  if (value === undefined) throw invalidArguments(`[ERROR] missing required field: ${name}`);
  return value;
}

/** A yes-or-no argument as forms and JSON carry it. */
export function flag({ args }: ApiCall, name: string): boolean {
  const value = args[name];
  return value === true || value === "true" || value === "1" || value === 1;
}

/** A whole number within bounds; the fallback when it is left out. Throws `invalid_arguments`. */
export function wholeNumber(call: ApiCall, name: string, fallback: number, max: number): number {
  const text = optionalText(call, name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0) {
    throw invalidArguments(`[ERROR] must be a whole number [json-pointer:/${name}]`);
  }
  return Math.min(value, max);
}

/** An argument that is JSON, whether it came as text or parsed. Throws `errorCode` when it is not JSON. */
export function jsonArgument({ args }: ApiCall, name: string, errorCode: string): unknown {
  const value = args[name];
  if (value === undefined || value === null || value === "") return undefined;
  if (typeof value !== "string") return value;
  const parsed = parsedJson(value);
  if (parsed === undefined) throw new ApiError(errorCode);
  return parsed;
}

/** A JSON object argument that must be there. */
export function requiredObject(call: ApiCall, name: string): JsonObject {
  const value = jsonArgument(call, name, "invalid_arguments");
  if (value === undefined) throw invalidArguments(`[ERROR] missing required field: ${name}`);
  if (!isObject(value)) {
    throw invalidArguments(`[ERROR] must provide an object [json-pointer:/${name}]`);
  }
  return value;
}

/** One page of a list by Slack's cursors; the cursor is the encoded place of the next item. */
export function pageOf<Item>(
  call: ApiCall,
  items: readonly Item[],
  defaultLimit: number,
): { items: Item[]; response_metadata: { next_cursor: string } } {
  const limit = wholeNumber(call, "limit", defaultLimit, 1000);
  const cursor = optionalText(call, "cursor");
  const start = cursor === undefined ? 0 : cursorPlace(cursor);
  const end = start + (limit === 0 ? defaultLimit : limit);
  const next = end < items.length ? Buffer.from(`next:${end}`).toString("base64") : "";
  return { items: items.slice(start, end), response_metadata: { next_cursor: next } };
}

function cursorPlace(cursor: string): number {
  const place = /^next:(\d+)$/.exec(Buffer.from(cursor, "base64").toString("utf8"))?.[1];
  if (place === undefined) throw new ApiError("invalid_cursor");
  return Number(place);
}

import type { FaultRule } from "./faults.ts";
import { isObject } from "./json.ts";

/**
 * What a "truncated" or "repeating" rule leaves of a true answer: its first half, or a page that promises
 * more. Other answers stay.
 */
export function garbled(rule: FaultRule | undefined, text: string): string {
  if (rule?.kind === "truncated") return text.slice(0, Math.ceil(text.length / 2));
  if (rule?.kind !== "repeating" || text === "") return text;
  const body: unknown = JSON.parse(text);
  return isObject(body) && "has_more" in body ? JSON.stringify({ ...body, has_more: true }) : text;
}

/** The request that a "repeating" rule answers: the list from its beginning, whatever was asked for. */
export function fromTheStart(rule: FaultRule | undefined, request: Request, text: string): Request {
  if (rule?.kind !== "repeating") return request;
  const url = new URL(request.url);
  for (const name of url.searchParams.keys().toArray()) {
    if (/_(?:gt|gte)$/.test(name)) url.searchParams.delete(name);
  }
  const { method, headers } = request;
  return new Request(url, method === "GET" ? { method, headers } : { method, headers, body: text });
}

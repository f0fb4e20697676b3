import type { z } from "zod";
import { parsedJson } from "../json.ts";
import { refusalAnswer } from "./answers.ts";

/** Slack's client would not have let the person do this; `code` says why. */
class SlackActRefused extends Error {
  readonly code: string;
  constructor(code: string, message: string) {
    super(message);
    this.name = "SlackActRefused";
    this.code = code;
  }
}

/** Calls of the control API, each answer read by its schema. */
export type ControlHttp = {
  get<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>;
  post<Schema extends z.ZodType>(
    path: string,
    body: unknown,
    schema: Schema,
  ): Promise<z.output<Schema>>;
  delete<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>;
};

/** `url` is the address of the workspace. Refused acts throw SlackActRefused. */
export function createControlHttp(url: string): ControlHttp {
  const base = `${url.replace(/\/$/, "")}/_control`;
  async function call<Schema extends z.ZodType>(
    method: string,
    path: string,
    body: unknown,
    schema: Schema,
  ): Promise<z.output<Schema>> {
    const response = await fetch(base + path, {
      method,
      ...(body === undefined
        ? {}
        : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
    });
    const text = await response.text();
    if (response.ok) return schema.parse(parsedJson(text));
    const refusal = refusalAnswer.safeParse(parsedJson(text));
    if (refusal.success) throw new SlackActRefused(refusal.data.error, refusal.data.message);
    throw new Error(`${method} ${path} answered ${response.status}: ${text.slice(0, 200)}`);
  }
  return {
    get: (path, schema) => call("GET", path, undefined, schema),
    post: (path, body, schema) => call("POST", path, body, schema),
    delete: (path, schema) => call("DELETE", path, undefined, schema),
  };
}

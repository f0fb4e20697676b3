import type { z } from "zod";
import {
  type AnswerFacts,
  type Call,
  emptyBody,
  notJson,
  redirected,
  refusedBy,
  unexpectedShape,
} from "./errors.ts";
import type { Answer } from "./exchange.ts";
import { parseInterval, parseRetryAfter } from "./retry-after.ts";
import { errorBodySchema } from "./schema/error-body.ts";

const parseJson = (text: string): unknown => {
  try {
    const value: unknown = JSON.parse(text);
    return value;
  } catch {
    // JSON has no undefined: it stands for text that is no JSON.
    return undefined;
  }
};

/**
 * Reads an answer by its schema; an empty 204 is handed to it as undefined. Throws TolokaError for every
 * status but 2xx and for every body that the schema refuses. `now` is the server's.
 */
export const readAnswer = <Schema extends z.ZodType>(
  call: Call,
  answer: Answer,
  schema: Schema,
  now: Date,
): z.output<Schema> => {
  const { status, text } = answer;
  const facts: AnswerFacts = {
    status,
    requestId: answer.header("x-request-id")?.slice(0, 200) ?? null,
    retryAfterMs: parseRetryAfter(answer.header("retry-after"), now),
  };
  if (status >= 300 && status < 400) throw redirected(call, facts);
  const isSuccess = status >= 200 && status < 300;
  const isEmpty = text.trim() === "";
  if (isEmpty && status !== 204) throw emptyBody(call, facts);
  const json = isEmpty ? undefined : parseJson(text);
  if (!isEmpty && json === undefined) throw notJson(call, facts);
  if (!isSuccess) {
    const body = errorBodySchema.safeParse(json);
    if (!body.success) throw unexpectedShape(call, facts, body.error.issues);
    const retryAfterMs = facts.retryAfterMs ?? parseInterval(body.data.interval);
    throw refusedBy(call, { ...facts, retryAfterMs }, body.data);
  }
  const read = schema.safeParse(json);
  if (read.success) return read.data;
  throw isEmpty ? emptyBody(call, facts) : unexpectedShape(call, facts, read.error.issues);
};

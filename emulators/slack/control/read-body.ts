import type { z } from "zod";
import type { HttpContext } from "../http-context.ts";
import { parsedJson } from "../json.ts";

/** The JSON body by its schema; an empty body counts as `{}`. Throws a ZodError. */
export async function readBody<Schema extends z.ZodType>(
  context: HttpContext,
  schema: Schema,
): Promise<z.output<Schema>> {
  const text = await context.req.text();
  return schema.parse(text === "" ? {} : parsedJson(text));
}

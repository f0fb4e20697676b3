import { ZodError, z } from "zod";
import { ActError } from "../acting/act-error.ts";
import type { HttpContext } from "../http-context.ts";

/** What a failed control request answers: 422 for what a person cannot do, 400 for a wrong body. */
export function controlError(error: Error, context: HttpContext): Response {
  if (error instanceof ActError) {
    const status = error.code === "bad_state" ? 400 : 422;
    return context.json({ error: error.code, message: error.message }, status);
  }
  if (error instanceof ZodError) {
    return context.json({ error: "bad_request", message: z.prettifyError(error) }, 400);
  }
  return context.json({ error: "internal", message: error.stack ?? error.message }, 500);
}

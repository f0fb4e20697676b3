import { type JsonObject, objectOr } from "../json.ts";
import type { FieldErrors } from "./fields.ts";
import { createFieldErrors, fieldsOf } from "./fields.ts";
import { checkFilter } from "./filter.ts";
import { checkLanguageMap } from "./language-map.ts";

const SELECT_TYPES = ["DIRECT", "FILTER", "ALL"] as const;
const MAX_RECIPIENTS = 100;

/** Whom a message is for. */
export type Recipients =
  | { type: "DIRECT"; ids: readonly string[] }
  | { type: "FILTER"; filter: JsonObject }
  | { type: "ALL" };

/** What was wrong with the body of a new message, and whom it is for. */
export function checkCompose(body: JsonObject): { errors: FieldErrors; recipients: Recipients } {
  const errors = createFieldErrors();
  const message = fieldsOf(errors, body);
  checkLanguageMap(message, "topic", { required: true });
  checkLanguageMap(message, "text", { required: true });
  message.boolean("answerable");
  const word = message.oneOf("recipients_select_type", SELECT_TYPES, { required: true });
  const type = SELECT_TYPES.find((known) => known === word);
  if (type === "DIRECT") {
    const bounds = { required: true, min: 1, max: MAX_RECIPIENTS };
    const values = message.array("recipients_ids", bounds) ?? [];
    for (const [index, id] of values.entries()) {
      if (typeof id !== "string") message.fail(`recipients_ids.${index}`, "STRING_EXPECTED");
    }
    return { errors, recipients: { type, ids: values.map(String) } };
  }
  if (type === "FILTER") {
    const isThere = message.object("recipients_filter", { required: true }) !== undefined;
    const filter = body.recipients_filter;
    if (isThere) checkFilter(errors, filter, "recipients_filter");
    return { errors, recipients: { type, filter: objectOr(filter) } };
  }
  return { errors, recipients: { type: "ALL" } };
}

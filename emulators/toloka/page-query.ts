import type { FieldErrors } from "./checks/fields.ts";
import { parseDate } from "./dates.ts";

/** What a resource lets its lists be cut and sorted by. */
export type ListFields = {
  /** Ids compare as numbers or as texts. */
  ids: "number" | "text";
  ranges: readonly string[];
  sorts: readonly string[];
};

export type Bound = { field: string; operator: string; value: string | number };
export type Sort = { field: string; descending: boolean };

const OPERATORS = ["gt", "gte", "lt", "lte"] as const;
const NUMBER_FIELDS = ["overlap"];
const TEXT_FIELDS = ["public_name", "private_comment", "task_id"];

/** The size of a page: 50 unless the query says another one, 300 at most. */
export function limitOf(query: URLSearchParams, errors: FieldErrors): number {
  const text = query.get("limit") ?? "50";
  const limit = Number(text);
  if (!/^-?\d+$/.test(text)) errors.add("limit", "INTEGER_EXPECTED");
  else if (limit < 1) errors.add("limit", "VALUE_LESS_THAN_MIN", [1]);
  else if (limit > 300) errors.add("limit", "VALUE_GREATER_THAN_MAX", [300]);
  return limit;
}

/** The comma list of `sort`; a leading minus means descending. */
export function sortsOf(query: URLSearchParams, listing: ListFields, errors: FieldErrors): Sort[] {
  const text = query.get("sort");
  if (text === null) return [];
  return text.split(",").map((part) => {
    const descending = part.startsWith("-");
    const field = descending ? part.slice(1) : part;
    if (!listing.sorts.includes(field)) errors.add("sort", "UNKNOWN_ENUM_VALUE");
    return { field, descending };
  });
}

/** The `<field>_gt`, `_gte`, `_lt`, `_lte` parameters. */
export function boundsOf(
  query: URLSearchParams,
  listing: ListFields,
  errors: FieldErrors,
): Bound[] {
  const bounds: Bound[] = [];
  for (const field of listing.ranges) {
    for (const operator of OPERATORS) {
      const name = `${field}_${operator}`;
      const text = query.get(name);
      if (text === null) continue;
      const numeric = NUMBER_FIELDS.includes(field) || (field === "id" && listing.ids === "number");
      if (numeric) {
        if (/^-?\d+$/.test(text)) bounds.push({ field, operator, value: Number(text) });
        else errors.add(name, "INTEGER_EXPECTED");
      } else if (field === "id" || TEXT_FIELDS.includes(field)) {
        bounds.push({ field, operator, value: text });
      } else {
        const moment = parseDate(text);
        if (moment === undefined) errors.add(name, "INVALID_DATE_TIME_SYNTAX");
        else bounds.push({ field, operator, value: moment });
      }
    }
  }
  return bounds;
}

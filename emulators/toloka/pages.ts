import { createFieldErrors, type FieldErrors } from "./checks/fields.ts";
import { validationError } from "./errors.ts";
import {
  type Bound,
  boundsOf,
  type ListFields,
  limitOf,
  type Sort,
  sortsOf,
} from "./page-query.ts";

/** A comparable value of a field; undefined when the item has none. */
type Key = string | number | undefined;

/** How a resource is listed. */
export type Listing<T> = ListFields & {
  /** True when the items always come in ascending order of their ids. */
  ascending: boolean;
  keyOf(item: T, field: string): Key;
};

/** A page of the API. */
export type Page<T> = { items: T[]; hasMore: boolean };

/**
 * One page of `items` as the query asks: ranges, sorting, limit 50 (at most 300); default order
 * ascending id. Ranges of the id are found by binary search when the items ascend by it.
 * @throws ApiError 400 naming every wrong parameter, `errors` of the caller included
 */
export function pageOf<T>(
  items: readonly T[],
  query: URLSearchParams,
  listing: Listing<T>,
  wanted: (item: T) => boolean = () => true,
  errors: FieldErrors = createFieldErrors(),
): Page<T> {
  const limit = limitOf(query, errors);
  const sorts = sortsOf(query, listing, errors);
  const bounds = boundsOf(query, listing, errors);
  if (!errors.isEmpty()) throw validationError(errors.map());

  const first = sorts[0];
  const byId = first === undefined || first.field === "id";
  if (!listing.ascending || !byId) {
    const found = items.filter((item) => wanted(item) && inside(item, bounds, listing));
    const order = first === undefined ? [{ field: "id", descending: false }] : sorts;
    found.sort((a, b) => compareBy(a, b, order, listing));
    return { items: found.slice(0, limit), hasMore: found.length > limit };
  }
  const descending = first?.descending === true;
  const [from, to] = idWindow(items, bounds, listing);
  const rest = bounds.filter((bound) => bound.field !== "id");
  const found: T[] = [];
  for (let step = 0; step < to - from && found.length <= limit; step += 1) {
    const item = items[descending ? to - 1 - step : from + step];
    if (item !== undefined && wanted(item) && inside(item, rest, listing)) found.push(item);
  }
  return { items: found.slice(0, limit), hasMore: found.length > limit };
}

/** The part of ascending items that the bounds of the id leave, as indexes. */
function idWindow<T>(
  items: readonly T[],
  bounds: readonly Bound[],
  listing: Listing<T>,
): [number, number] {
  let from = 0;
  let to = items.length;
  for (const { field, operator, value } of bounds) {
    if (field !== "id") continue;
    const inclusive = operator === "gt" || operator === "lte";
    const edge = firstBeyond(items, value, inclusive, listing);
    if (operator.startsWith("gt")) from = Math.max(from, edge);
    else to = Math.min(to, edge);
  }
  return [from, to];
}

/** Index of the first item whose id is above `value`, or not below it when not `inclusive`. */
function firstBeyond<T>(
  items: readonly T[],
  value: string | number,
  inclusive: boolean,
  listing: Listing<T>,
): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const item = items[middle];
    const key = item === undefined ? undefined : listing.keyOf(item, "id");
    const before = key !== undefined && (inclusive ? key <= value : key < value);
    if (before) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** An item without the field is outside of every range of it. */
function inside<T>(item: T, bounds: readonly Bound[], listing: Listing<T>): boolean {
  return bounds.every(({ field, operator, value }) => {
    const key = listing.keyOf(item, field);
    if (key === undefined) return false;
    if (operator === "gt") return key > value;
    if (operator === "gte") return key >= value;
    return operator === "lt" ? key < value : key <= value;
  });
}

function compareBy<T>(a: T, b: T, sorts: readonly Sort[], listing: Listing<T>): number {
  for (const { field, descending } of sorts) {
    const left = listing.keyOf(a, field) ?? "";
    const right = listing.keyOf(b, field) ?? "";
    if (left !== right) return left < right === descending ? 1 : -1;
  }
  return 0;
}

import type { z } from "zod";
import type { Client } from "./client.ts";
import { badId } from "./errors.ts";
import { pageLimit, pages } from "./paging.ts";
import { formatDate } from "./schema/dates.ts";
import { pageSchema } from "./schema/page.ts";

/** The filters that lists know; dates as Toloka writes them. */
type Filter = Partial<
  Record<
    | "status"
    | "project_id"
    | "pool_id"
    | "user_id"
    | "skill_id"
    | "name"
    | "type"
    | "created_gt"
    | "submitted_gt"
    | "last_started_gt",
    string
  >
>;

/** An id as part of a path. What could be read as another path is refused before anything is sent. */
export const inPath = (id: string): string => {
  if (!/^[\w-]{1,100}$/.test(id)) throw badId(id);
  return id;
};

/** A filter by date, or none. */
export const after = <Name extends string>(name: Name, date: Date | undefined) =>
  date === undefined ? {} : { [name]: formatDate(date) };

/** A filter by value, or none. */
export const equal = <Name extends string>(name: Name, value: string | undefined) =>
  value === undefined ? {} : { [name]: value };

/** Reads lists of things with an id, page by page, ascending by it. */
export const createLister =
  (get: Client["get"]) =>
  <Item extends z.ZodType<{ readonly id: string }>>(path: string, item: Item, filter: Filter) =>
    pages<z.output<Item>>(path, (last) => {
      const range = { sort: "id", limit: String(pageLimit), ...equal("id_gt", last ?? undefined) };
      return get(`${path}?${new URLSearchParams({ ...filter, ...range })}`, pageSchema(item));
    });

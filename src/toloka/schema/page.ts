import { z } from "zod";

/** A page of a list. Without `has_more` nobody could know whether the list is complete, so it is demanded. */
export const pageSchema = <Item extends z.ZodType>(item: Item) =>
  z.looseObject({ items: z.array(item), has_more: z.boolean() });

import { z } from "zod";

/** An answer of which only the status counts, such as the 204 of a deletion. */
export const nothingSchema = z.unknown().transform(() => undefined);

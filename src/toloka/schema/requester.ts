import { z } from "zod";
import { microsFromDollars } from "../../domain/money.ts";
import type { Requester } from "../../domain/toloka.ts";
import { idSchema, resourceSchema } from "./wire.ts";

const wireSchema = z.looseObject({ id: idSchema, balance: z.number() });

/** The account behind the key. */
export const requesterSchema = resourceSchema(
  wireSchema,
  (read): Requester => ({ id: read.id, balanceMicros: microsFromDollars(read.balance) }),
);

import { z } from "zod";

const at = { seq: z.number(), at: z.string() };

/** A Web API call of the app. `args` never holds the token; `effect` tells whether it was carried out. */
const apiCallEntry = z.object({
  ...at,
  kind: z.literal("api"),
  method: z.string(),
  args: z.record(z.string(), z.unknown()),
  ok: z.boolean(),
  status: z.number(),
  error: z.string().nullable(),
  effect: z.boolean(),
  response: z.record(z.string(), z.unknown()),
  fault: z.string().nullable(),
  ms: z.number(),
});

/** Something that was sent to the app, and how it answered within Slack's time. */
const deliveryEntry = z.object({
  ...at,
  kind: z.literal("delivery"),
  type: z.string(),
  user: z.string().nullable(),
  transport: z.enum(["http", "socket", "none"]),
  outcome: z.enum(["acked", "refused", "timeout", "unreachable"]),
  status: z.number().nullable(),
  ackMs: z.number(),
  ackBody: z.unknown(),
  payload: z.record(z.string(), z.unknown()),
  retry: z.number(),
  replayOf: z.number().nullable(),
});

/** A use of a response_url. */
const responseUrlEntry = z.object({
  ...at,
  kind: z.literal("response_url"),
  use: z.number(),
  body: z.record(z.string(), z.unknown()),
  ok: z.boolean(),
  status: z.number(),
  error: z.string().nullable(),
  fault: z.string().nullable(),
});

/** A download of a private file. Without the bearer token Slack answers a login page with 200. */
const downloadEntry = z.object({
  ...at,
  kind: z.literal("download"),
  file: z.string(),
  bearer: z.boolean(),
  status: z.number(),
  bytes: z.number(),
});

/** The bytes of an upload in three steps. */
const uploadEntry = z.object({
  ...at,
  kind: z.literal("upload"),
  file: z.string(),
  bytes: z.number(),
  status: z.number(),
});

/** Something Slack would have dropped or shown to the person as a failure. */
const violationEntry = z.object({
  ...at,
  kind: z.literal("violation"),
  where: z.string(),
  messages: z.array(z.string()),
  payload: z.unknown(),
});

/** A Socket Mode connection that came or went, counted from 1; 0 for one that never came to be. */
const socketEntry = z.object({
  ...at,
  kind: z.literal("socket"),
  what: z.enum(["connected", "disconnected", "disconnect-asked", "handshake-failed"]),
  connection: z.number(),
});

export const ledgerEntrySchema = z.discriminatedUnion("kind", [
  apiCallEntry,
  deliveryEntry,
  responseUrlEntry,
  downloadEntry,
  uploadEntry,
  violationEntry,
  socketEntry,
]);

export type LedgerEntry = z.infer<typeof ledgerEntrySchema>;
export type LedgerKind = LedgerEntry["kind"];

type WithoutPlace<Entry> = Entry extends unknown ? Omit<Entry, "seq" | "at"> : never;

/** An entry before the ledger has given it its number and time. */
export type NewLedgerEntry = WithoutPlace<LedgerEntry>;

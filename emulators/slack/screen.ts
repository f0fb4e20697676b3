import { z } from "zod";

const json = z.record(z.string(), z.unknown());

/** The dialog that asks before a press counts. */
const screenConfirmSchema = z.object({
  title: z.string(),
  text: z.string(),
  confirm: z.string(),
  deny: z.string(),
});

/** A button, or an entry of an overflow menu, as a person sees it. */
const screenButtonSchema = z.object({
  text: z.string(),
  actionId: z.string(),
  blockId: z.string(),
  style: z.string().nullable(),
  url: z.string().nullable(),
  value: z.string().nullable(),
  confirm: screenConfirmSchema.nullable(),
});

const screenFileSchema = z.object({
  id: z.string(),
  name: z.string(),
  size: z.number(),
  /** The text of a file in UTF-8; null when it is not text. */
  content: z.string().nullable(),
});

/** A message as one person sees it. `text` is rendered in the person's own time zone. */
export const screenMessageSchema = z.object({
  ts: z.string(),
  threadTs: z.string().nullable(),
  from: z.string(),
  fromApp: z.boolean(),
  text: z.string(),
  /** The text outside of the blocks, which notifications show. */
  notification: z.string(),
  links: z.array(z.string()),
  blocks: z.array(json),
  attachments: z.array(json),
  buttons: z.array(screenButtonSchema),
  ephemeral: z.boolean(),
  broadcast: z.boolean(),
  edited: z.boolean(),
  replyCount: z.number(),
  files: z.array(screenFileSchema),
  metadata: json.nullable(),
});

/** What a field holds as a person reads it: text, option texts, unix seconds, or null for nothing. */
const fieldValue = z.union([z.string(), z.number(), z.array(z.string()), z.null()]);

const screenFieldSchema = z.object({
  label: z.string(),
  blockId: z.string(),
  actionId: z.string(),
  type: z.string(),
  value: fieldValue,
  options: z.array(z.string()).nullable(),
  optional: z.boolean(),
  hint: z.string().nullable(),
  placeholder: z.string().nullable(),
  error: z.string().nullable(),
});

/** The top modal of a person, or a Home tab (then without title and submit). */
export const screenViewSchema = z.object({
  viewId: z.string(),
  hash: z.string(),
  title: z.string(),
  submit: z.string().nullable(),
  close: z.string().nullable(),
  /** How many modals are open, this one included. */
  depth: z.number(),
  text: z.string(),
  fields: z.array(screenFieldSchema),
  buttons: z.array(screenButtonSchema),
  /** All errors in reading order, the line of Slack about a failed submission first. */
  errors: z.array(z.string()),
  callbackId: z.string(),
  privateMetadata: z.string(),
  blocks: z.array(json),
});

export type ScreenConfirm = z.infer<typeof screenConfirmSchema>;
export type ScreenButton = z.infer<typeof screenButtonSchema>;
export type ScreenFile = z.infer<typeof screenFileSchema>;
export type ScreenMessage = z.infer<typeof screenMessageSchema>;
export type ScreenField = z.infer<typeof screenFieldSchema>;
export type ScreenView = z.infer<typeof screenViewSchema>;

/** What came of a person's act. `sent` is false when nothing reached the app. */
export const actResultSchema = z.object({
  status: z.enum(["acked", "refused", "timeout", "unreachable", "not-sent"]),
  sent: z.boolean(),
  /** Why nothing was sent: `cancelled`, `unknown command`, `link`, `invalid`, `not asked for`. */
  reason: z.string().nullable(),
  httpStatus: z.number().nullable(),
  ms: z.number(),
  /** The number of the delivery in the ledger. */
  delivery: z.number().nullable(),
  /** The dialog that was answered, if there was one. */
  confirm: screenConfirmSchema.nullable(),
  /** What Slack's own form checks say, by label; nothing is sent then. */
  problems: z.record(z.string(), z.string()),
});

export type ActResult = z.infer<typeof actResultSchema>;

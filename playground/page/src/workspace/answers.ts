import { z } from "zod";

const json = z.record(z.string(), z.unknown());

const person = z.object({
  id: z.string(),
  name: z.string(),
  realName: z.string(),
  tz: z.string(),
  kind: z.enum(["member", "admin", "guest", "stranger", "bot"]),
  deleted: z.boolean(),
});

const channel = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(["public", "private", "im"]),
  archived: z.boolean(),
  member: z.boolean(),
  members: z.number(),
  bot: z.boolean(),
  unread: z.number(),
  /** The newest message that was read, "0" when none was. */
  read: z.string(),
});

/** A workspace as one person sees it. */
export const workspaceSchema = z.object({
  team: z.object({ id: z.string(), name: z.string(), domain: z.string() }),
  app: z.object({ id: z.string(), name: z.string(), botUserId: z.string() }),
  me: person,
  users: z.array(person),
  groups: z.array(z.object({ id: z.string(), handle: z.string(), name: z.string() })),
  channels: z.array(channel),
  commands: z.array(z.object({ command: z.string(), description: z.string(), usage: z.string() })),
  shortcuts: z.array(z.object({ callbackId: z.string(), name: z.string() })),
  homeTab: z.boolean(),
  /** The workspace's time, in seconds since 1970. */
  now: z.number(),
});

/** A message as the Web API shows it. */
const messageSchema = z.looseObject({
  ts: z.string(),
  user: z.string().optional(),
  text: z.string().default(""),
  thread_ts: z.string().optional(),
  reply_count: z.number().default(0),
  reply_users: z.array(z.string()).default([]),
  latest_reply: z.string().optional(),
  blocks: z.array(json).optional(),
  attachments: z.array(json).optional(),
  files: z.array(json).optional(),
  edited: json.optional(),
  is_ephemeral: z.boolean(),
  from_slackbot: z.boolean(),
});
export const messagesSchema = z.object({ messages: z.array(messageSchema) });

const elementState = z.looseObject({ type: z.string() });

/** A view as Slack hands it to an app, with what its form says. */
const viewSchema = z.looseObject({
  id: z.string(),
  hash: z.string(),
  blocks: z.array(json),
  title: json,
  submit: json.nullable(),
  close: json.nullable(),
  state: z.object({ values: z.record(z.string(), z.record(z.string(), elementState)) }),
  errors: z.record(z.string(), z.string()),
  trouble: z.string().nullable(),
});
export const viewsSchema = z.object({
  modals: z.array(viewSchema),
  home: viewSchema.nullable(),
});

/** What came of an act. */
export const actSchema = z.looseObject({
  status: z.string(),
  sent: z.boolean(),
  reason: z.string().nullable(),
  problems: z.record(z.string(), z.string()),
});

export type WorkspaceFacts = z.infer<typeof workspaceSchema>;
export type MessageFacts = z.infer<typeof messageSchema>;
export type ViewFacts = z.infer<typeof viewSchema>;
export type ActFacts = z.infer<typeof actSchema>;

import { z } from "zod";

const userSeed = z.strictObject({
  id: z.string().regex(/^[UW][A-Z0-9]{8,10}$/),
  name: z.string().min(1),
  realName: z.string().optional(),
  email: z.string().optional(),
  teamId: z.string().optional(),
  tz: z.string().default("UTC"),
  isAdmin: z.boolean().default(false),
  isRestricted: z.boolean().default(false),
  isUltraRestricted: z.boolean().default(false),
  isStranger: z.boolean().default(false),
  isBot: z.boolean().default(false),
  deleted: z.boolean().default(false),
});

const groupSeed = z.strictObject({
  id: z.string().regex(/^S[A-Z0-9]{8,10}$/),
  handle: z.string().min(1),
  name: z.string().min(1),
  /** Names or ids of users. */
  users: z.array(z.string()),
});

const channelSeed = z.strictObject({
  id: z.string().regex(/^C[A-Z0-9]{8,10}$/),
  name: z.string().min(1),
  kind: z.enum(["public", "private"]).default("public"),
  /** Names or ids of users; the app's bot is added by `bot: true`. */
  members: z.array(z.string()),
  bot: z.boolean().default(false),
  archived: z.boolean().default(false),
});

/** The first state of a workspace, as read from a file or given through the control API. */
export const seedSchema = z.strictObject({
  team: z.strictObject({
    id: z.string().regex(/^T[A-Z0-9]{8,10}$/),
    name: z.string(),
    domain: z.string(),
  }),
  app: z.strictObject({
    id: z.string().regex(/^A[A-Z0-9]{8,10}$/),
    botId: z.string().regex(/^B[A-Z0-9]{8,10}$/),
    botUserId: z.string().regex(/^U[A-Z0-9]{8,10}$/),
    name: z.string(),
  }),
  users: z.array(userSeed).min(1),
  groups: z.array(groupSeed).default([]),
  channels: z.array(channelSeed).min(1),
});

export type Seed = z.input<typeof seedSchema>;

import { z } from "zod";
import { faultRuleSchema } from "../faults.ts";
import { ledgerEntrySchema } from "../ledger-entry.ts";
import { actResultSchema, screenMessageSchema, screenViewSchema } from "../screen.ts";

/** What the control API answers, as both ends read it. */
export const ledgerAnswer = z.object({ entries: z.array(ledgerEntrySchema) });
export const messagesAnswer = z.object({ messages: z.array(screenMessageSchema) });
export const viewAnswer = z.object({ view: screenViewSchema.nullable() });
export const fillAnswer = z.object({ sent: z.array(actResultSchema) });
export const suggestAnswer = z.object({ options: z.array(z.string()), result: actResultSchema });
export const tsAnswer = z.object({ ts: z.string() });
export const fileAnswer = z.object({ id: z.string() });
export const signAnswer = z.object({ signature: z.string() });
export const faultsAnswer = z.object({
  rules: z.array(z.object({ ...faultRuleSchema.shape, seen: z.number(), hit: z.number() })),
});
export const replayAnswer = z.object({ results: z.array(actResultSchema) });
export const refusalAnswer = z.object({ error: z.string(), message: z.string() });
export const okAnswer = z.object({ ok: z.literal(true) });

export const stateAnswer = z.object({
  team: z.object({ id: z.string(), name: z.string(), domain: z.string() }),
  app: z.object({ id: z.string(), botId: z.string(), botUserId: z.string(), name: z.string() }),
  appUrl: z.string().nullable(),
  /** Payloads of the app judged by the Block Kit rules since the start. */
  judged: z.object({ validated: z.number(), refused: z.number() }),
  violations: z.number(),
  ledger: z.number(),
  sockets: z.number(),
  users: z.array(z.object({ id: z.string(), name: z.string(), deleted: z.boolean() })),
  channels: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      kind: z.string(),
      archived: z.boolean(),
      bot: z.boolean(),
      messages: z.number(),
    }),
  ),
  groups: z.array(z.object({ id: z.string(), handle: z.string(), users: z.array(z.string()) })),
});

export type SlackState = z.infer<typeof stateAnswer>;

import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { SlackFailure } from "../use-cases/ports.ts";
import type { BotIdentity } from "./app.ts";
import { slackCall } from "./slack-calls.ts";

const identitySchema = z.looseObject({
  user_id: z.string(),
  bot_id: z.string(),
  team_id: z.string(),
});

/** Asks Slack who the token belongs to. Throws SlackFailure: without an answer the bot cannot start. */
export const whoIsTheBot = async (client: WebClient): Promise<BotIdentity> => {
  const parsed = identitySchema.safeParse(await slackCall(() => client.auth.test()));
  if (!parsed.success) throw new SlackFailure("permanent", "not_a_bot_token");
  return { botId: parsed.data.bot_id, botUserId: parsed.data.user_id, teamId: parsed.data.team_id };
};

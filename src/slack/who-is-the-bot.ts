import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { SlackFailure } from "../use-cases/ports.ts";
import type { BotIdentity } from "./app.ts";
import { slackCall } from "./slack-calls.ts";

const identitySchema = z.looseObject({
  user_id: z.string(),
  bot_id: z.string(),
  team_id: z.string(),
  url: z.string().default(""),
});

const appSchema = z.looseObject({ app_id: z.string() });

/**
 * Asks Slack whose the token is: the bot, its workspace and its app, which are the only ones that requests
 * are then taken from. Throws SlackFailure: without an answer the bot cannot start.
 */
export const whoIsTheBot = async (client: WebClient): Promise<BotIdentity> => {
  const parsed = identitySchema.safeParse(await slackCall(() => client.auth.test()));
  if (!parsed.success) throw new SlackFailure("permanent", "not_a_bot_token");
  const { bot_id: botId, user_id: botUserId, team_id: teamId, url } = parsed.data;
  const about = await slackCall(() => client.bots.info({ bot: botId }));
  const app = appSchema.safeParse(about.bot);
  if (!app.success) throw new SlackFailure("permanent", "not_a_bot_token");
  return { botId, botUserId, teamId, appId: app.data.app_id, workspaceUrl: url };
};

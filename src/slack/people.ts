import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import type { People, Person } from "../use-cases/ports.ts";
import { SlackFailure } from "../use-cases/ports.ts";
import { slackCall } from "./slack-calls.ts";

/** The part of `users.info` that says what kind of person this is. */
const userSchema = z.looseObject({
  id: z.string(),
  team_id: z.string().optional(),
  name: z.string().optional(),
  deleted: z.boolean().optional(),
  is_bot: z.boolean().optional(),
  is_restricted: z.boolean().optional(),
  is_ultra_restricted: z.boolean().optional(),
  is_stranger: z.boolean().optional(),
  tz: z.string().nullish(),
  profile: z
    .looseObject({ display_name: z.string().optional(), real_name: z.string().optional() })
    .optional(),
});

type SlackUser = z.infer<typeof userSchema>;

/** Only full, active members of the home workspace may use the bot. */
const kindOf = (user: SlackUser, homeTeamId: string): Person["kind"] => {
  if (user.deleted === true) return "deactivated";
  if (user.is_bot === true || user.id === "USLACKBOT") return "bot";
  if (user.is_stranger === true || (user.team_id !== undefined && user.team_id !== homeTeamId))
    return "stranger";
  return user.is_restricted === true || user.is_ultra_restricted === true ? "guest" : "member";
};

/** Whether this machine knows the zone; an unknown one is shown as UTC. */
const knownZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

/** Reads people and user groups from Slack at each call; nothing is kept. */
export const createPeople = (client: WebClient, homeTeamId: string): People => ({
  find: async (userId) => {
    const answer = await slackCall(() => client.users.info({ user: userId }));
    const parsed = userSchema.safeParse(answer.user);
    if (!parsed.success) throw new SlackFailure("refused", "unexpected_shape");
    const user = parsed.data;
    const names = [user.profile?.display_name, user.profile?.real_name, user.name];
    return {
      id: user.id,
      kind: kindOf(user, homeTeamId),
      name: names.find((name) => name !== undefined && name !== "") ?? user.id,
      timeZone: user.tz != null && knownZone(user.tz) ? user.tz : "UTC",
    };
  },
  groupMembers: async (groupId) => {
    const answer = await slackCall(() => client.usergroups.users.list({ usergroup: groupId }));
    return answer.users ?? [];
  },
});

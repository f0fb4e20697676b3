import type { JsonObject } from "../json.ts";
import type { Channel, User } from "../world/entities.ts";
import type { World } from "../world/world.ts";

/** Slack's old verification token; every request still carries one. */
export const VERIFICATION_TOKEN = "verification-token-of-old";

/** What every interaction payload begins with. */
export function interactionHead(world: World, user: User): JsonObject {
  return {
    team: { id: world.team.id, domain: world.team.domain },
    enterprise: null,
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    api_app_id: world.app.id,
    token: VERIFICATION_TOKEN,
    is_enterprise_install: false,
  };
}

/** A conversation in a payload. Slack hides the names of private ones. */
export function channelPart(channel: Channel): { id: string; name: string } {
  return { id: channel.id, name: shownName(channel) };
}

function shownName(channel: Channel): string {
  switch (channel.kind) {
    case "public":
      return channel.name;
    case "private":
      return "privategroup";
    case "im":
      return "directmessage";
  }
}

/** The time of an action: seconds with microseconds. */
export function actionTs(): string {
  return (Date.now() / 1000).toFixed(6);
}

import type { JsonObject } from "../json.ts";
import type { User } from "./entities.ts";

/** Seconds east of UTC that a zone has at a moment. */
function zoneOffsetSeconds(timeZone: string, atMs: number): number {
  const parts = new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" })
    .formatToParts(new Date(atMs))
    .find((part) => part.type === "timeZoneName");
  const match = /GMT([+-])(\d{2}):(\d{2})/.exec(parts?.value ?? "");
  if (match === null) return 0;
  const seconds = Number(match[2]) * 3600 + Number(match[3]) * 60;
  return match[1] === "-" ? -seconds : seconds;
}

/** A person as `users.info` shows them. The mail address needs `users:read.email`. */
export function userShape(user: User, withEmail: boolean, atMs: number): JsonObject {
  const profile: JsonObject = {
    real_name: user.realName,
    real_name_normalized: user.realName,
    display_name: user.name,
    display_name_normalized: user.name,
    status_text: "",
    status_emoji: "",
    status_expiration: 0,
    avatar_hash: "",
    team: user.teamId,
    ...(withEmail && !user.isBot ? { email: user.email } : {}),
  };
  if (user.deleted) {
    return { ...identity(user), deleted: true, is_bot: user.isBot, profile, updated: 0 };
  }
  return {
    ...identity(user),
    deleted: false,
    color: "9f69e7",
    real_name: user.realName,
    tz: user.tz,
    tz_label: user.tz,
    tz_offset: zoneOffsetSeconds(user.tz, atMs),
    profile,
    is_admin: user.isAdmin,
    is_owner: false,
    is_primary_owner: false,
    is_restricted: user.isRestricted,
    is_ultra_restricted: user.isUltraRestricted,
    is_bot: user.isBot,
    is_app_user: false,
    updated: 0,
    is_email_confirmed: true,
    locale: "en-US",
    who_can_share_contact_card: "EVERYONE",
    ...(user.isStranger ? { is_stranger: true } : {}),
  };
}

function identity(user: User): JsonObject {
  return { id: user.id, team_id: user.teamId, name: user.name };
}

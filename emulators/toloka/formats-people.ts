import { formatDate } from "./dates.ts";
import type { JsonObject } from "./json.ts";
import type {
  Attachment,
  Message,
  MessageThread,
  Skill,
  Toloker,
  UserBonus,
  UserRestriction,
  UserSkill,
} from "./people-entities.ts";

/** Owner of what belongs to the platform and not to the account. */
const PLATFORM_ID = "0044888ce1f6ea43b5bb90e17e2f1ec5";

/** The wire form of a skill. */
export function formatSkill(skill: Skill, requesterId: string): JsonObject {
  const { mine, training } = skill;
  return {
    id: skill.id,
    private_comment: "",
    hidden: true,
    deprecated: false,
    ...skill.body,
    owner: { id: mine ? requesterId : PLATFORM_ID, myself: mine },
    created: formatDate(skill.created),
    global: skill.global,
    ...(training ? { training } : {}),
  };
}

/** The wire form of a Toloker's skill: the value rounded, and as it was given. */
export function formatUserSkill(skill: UserSkill): JsonObject {
  return {
    id: skill.id,
    skill_id: skill.skillId,
    user_id: skill.userId,
    value: Math.round(skill.exactValue),
    exact_value: skill.exactValue,
    created: formatDate(skill.created),
    modified: formatDate(skill.modified),
    ...(skill.reason === undefined ? {} : { reason: skill.reason }),
  };
}

/** The wire form of a ban. */
export function formatRestriction(restriction: UserRestriction): JsonObject {
  const { projectId, poolId, privateComment, willExpire } = restriction;
  return {
    id: restriction.id,
    scope: restriction.scope,
    user_id: restriction.userId,
    ...(projectId === undefined ? {} : { project_id: projectId }),
    ...(poolId === undefined ? {} : { pool_id: poolId }),
    ...(privateComment === undefined ? {} : { private_comment: privateComment }),
    ...(willExpire === undefined ? {} : { will_expire: formatDate(willExpire) }),
    created: formatDate(restriction.created),
  };
}

/** The wire form of a bonus. */
export function formatBonus(bonus: UserBonus): JsonObject {
  return {
    without_message: false,
    ...bonus.body,
    user_id: bonus.userId,
    id: bonus.id,
    created: formatDate(bonus.created),
  };
}

/** The wire form of a file in an answer. */
export function formatAttachment(attachment: Attachment, requesterId: string): JsonObject {
  const { userId, assignmentId, poolId } = attachment;
  return {
    id: attachment.id,
    attachment_type: "ASSIGNMENT_ATTACHMENT",
    name: attachment.name,
    details: { user_id: userId, assignment_id: assignmentId, pool_id: poolId },
    owner: { id: requesterId, myself: true },
    created: formatDate(attachment.created),
    media_type: attachment.mediaType,
  };
}

/** The wire form of a conversation. */
export function formatThread(thread: MessageThread, requesterId: string): JsonObject {
  const requester = { id: requesterId, role: "REQUESTER", myself: true };
  const sender = ({ from }: Message): JsonObject =>
    from === requesterId ? requester : { id: from, role: "USER" };
  return {
    id: thread.id,
    topic: thread.topic,
    interlocutors_inlined: true,
    interlocutors: [requester, ...thread.tolokerIds.map((id) => ({ id, role: "USER" }))],
    messages_inlined: true,
    messages: thread.messages.map((message) => ({
      text: message.text,
      from: sender(message),
      created: formatDate(message.created),
    })),
    compose_details: thread.composeDetails,
    meta: thread.meta,
    folders: thread.folders,
    answerable: thread.answerable,
    created: formatDate(thread.created),
  };
}

/** Region ids of the API and the countries they stand for; others are not told. */
const COUNTRIES: { readonly [region: number]: string } = {
  84: "US",
  96: "DE",
  102: "GB",
  124: "FR",
  225: "RU",
  994: "IN",
};

/** What a requester may learn of a Toloker. */
export function formatMetadata({ id, profile, computed }: Toloker): JsonObject {
  const byPhone = COUNTRIES[computed.region_by_phone] ?? profile.country;
  return {
    id,
    country: profile.country,
    languages: profile.languages,
    attributes: {
      country_by_phone: byPhone,
      country_by_ip: COUNTRIES[computed.region_by_ip] ?? byPhone,
      client_type: computed.client_type,
      user_agent_type: computed.user_agent_type,
      device_category: computed.device_category,
      os_family: computed.os_family,
      os_version: computed.os_version,
      os_version_major: computed.os_version_major,
      os_version_minor: computed.os_version_minor,
      os_version_bugfix: computed.os_version_bugfix,
    },
    adult_allowed: profile.adult_allowed,
  };
}

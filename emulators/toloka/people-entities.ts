import type { JsonObject } from "./json.ts";

/** A Toloker that the platform knows; the words are those of the filter grammar (Toloka API, filters). */
export type Toloker = {
  id: string;
  /** Keys of filter category "profile"; `date_of_birth` in Unix seconds, `city` a region id. */
  profile: {
    gender: string;
    /** ISO 3166-1 alpha-2. */
    country: string;
    citizenship: string;
    education: string;
    adult_allowed: boolean;
    verified: boolean;
    date_of_birth: number;
    city: number;
    /** Upper-case ISO 639-1 codes. */
    languages: readonly string[];
  };
  /** Keys of filter category "computed"; regions are region ids. */
  computed: {
    region_by_phone: number;
    region_by_ip: number;
    device_category: string;
    client_type: string;
    os_family: string;
    os_version: number;
    os_version_major: number;
    os_version_minor: number;
    os_version_bugfix: number;
    user_agent_type: string;
    user_agent_family: string;
    user_agent_version: number;
    user_agent_version_major: number;
    user_agent_version_minor: number;
    user_agent_version_bugfix: number;
  };
};

/** A skill; `training` marks the one that a training fills in. Times are UTC ms. */
export type Skill = {
  id: string;
  created: number;
  modified: number;
  body: JsonObject;
  global: boolean;
  training: boolean;
  /** False for skills that the platform itself owns (global ones). */
  mine: boolean;
  /** A removed skill stays readable and takes no more values. */
  removed: boolean;
};

/** A Toloker's value of a skill, 0..100 with fraction. Times are UTC ms. */
export type UserSkill = {
  id: string;
  skillId: string;
  userId: string;
  exactValue: number;
  reason?: string;
  created: number;
  modified: number;
};

export const RESTRICTION_SCOPES = ["SYSTEM", "ALL_PROJECTS", "PROJECT", "POOL"] as const;
export type RestrictionScope = (typeof RESTRICTION_SCOPES)[number];

/** A ban. `willExpire` is absent for one that never ends. Times are UTC ms. */
export type UserRestriction = {
  id: string;
  scope: RestrictionScope;
  userId: string;
  projectId?: string;
  poolId?: string;
  privateComment?: string;
  willExpire?: number;
  created: number;
};

/** A bonus that was paid. `body` is what the requester sent; `amount` in micro-dollars. */
export type UserBonus = {
  id: string;
  userId: string;
  amount: number;
  assignmentId?: string;
  created: number;
  body: JsonObject;
};

/** A file in an answer; its content in base64, so that a snapshot can hold it. */
export type Attachment = {
  id: string;
  name: string;
  mediaType: string;
  userId: string;
  assignmentId: string;
  poolId: string;
  created: number;
  content: string;
};

export const FOLDERS = [
  "INBOX",
  "OUTBOX",
  "AUTOMATIC_NOTIFICATION",
  "IMPORTANT",
  "UNREAD",
] as const;
export type Folder = (typeof FOLDERS)[number];

/** One message; `from` is a Toloker's id or the requester's own. */
export type Message = { from: string; text: JsonObject; created: number };

/** A conversation with Tolokers. */
export type MessageThread = {
  id: string;
  topic: JsonObject;
  /** Tolokers who take part; may be empty for a message to all. */
  tolokerIds: readonly string[];
  messages: Message[];
  composeDetails: JsonObject;
  meta: JsonObject;
  folders: Folder[];
  answerable: boolean;
  created: number;
};

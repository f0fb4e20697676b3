import type { JsonObject } from "../json.ts";

/** The workspace itself. `domain` is the first part of its address. */
export type Team = { id: string; name: string; domain: string };

/** The one app that is installed, with its bot. */
export type InstalledApp = { id: string; botId: string; botUserId: string; name: string };

/** A person or a bot. The flags are Slack's own (`users.info`). */
export type User = {
  id: string;
  name: string;
  realName: string;
  email: string;
  teamId: string;
  tz: string;
  isAdmin: boolean;
  isRestricted: boolean;
  isUltraRestricted: boolean;
  isStranger: boolean;
  isBot: boolean;
  deleted: boolean;
};

export type UserGroup = { id: string; handle: string; name: string; users: string[] };

const CHANNEL_KINDS = ["public", "private", "im"] as const;
type ChannelKind = (typeof CHANNEL_KINDS)[number];

/** A conversation. `partner` is the person of a direct message with the bot. */
export type Channel = {
  id: string;
  name: string;
  kind: ChannelKind;
  members: Set<string>;
  archived: boolean;
  createdSeconds: number;
  partner: string | undefined;
};

/** What a message says: exactly what was sent, plus ids that Slack assigns to blocks. */
export type MessageContent = {
  text: string;
  blocks: JsonObject[] | undefined;
  attachments: JsonObject[] | undefined;
};

/** A message. `ephemeralTo` is set on one that a single person sees. */
export type Message = MessageContent & {
  ts: string;
  channel: string;
  user: string;
  fromApp: boolean;
  subtype: string | undefined;
  threadTs: string | undefined;
  broadcast: boolean;
  metadata: JsonObject | undefined;
  edited: { user: string; ts: string } | undefined;
  files: string[];
  reactions: Map<string, string[]>;
  ephemeralTo: string | undefined;
};

const FILE_STATES = ["announced", "uploaded", "complete"] as const;

export type StoredFile = {
  id: string;
  name: string;
  title: string;
  user: string;
  size: number;
  content: Uint8Array;
  state: (typeof FILE_STATES)[number];
  createdSeconds: number;
  channels: Set<string>;
};

/** What a person has put into an element, in Slack's state form. `touched` tells it from an initial value. */
export type ElementState = { value: JsonObject; touched: boolean };

/** An open modal or a published Home tab. `payload` is the view as the app sent it, with block ids. */
export type View = {
  id: string;
  type: "modal" | "home";
  userId: string;
  hash: string;
  payload: JsonObject;
  rootViewId: string;
  previousViewId: string | undefined;
  state: Map<string, ElementState>;
  /** Messages of Slack or of the app at the fields of the form, by block id. */
  fieldErrors: Map<string, string>;
  /** The line Slack shows over the form when the app did not answer. */
  trouble: string | undefined;
  /** The conversation in which the person was when the first view opened. */
  channelId: string | undefined;
};

import type {
  Channel,
  InstalledApp,
  Message,
  StoredFile,
  Team,
  User,
  UserGroup,
  View,
} from "./entities.ts";
import type { Ids } from "./ids.ts";
import { type Seed, seedSchema } from "./seed.ts";

/** Everything the workspace holds. Finders take an id or a name, with or without `@` and `#`. */
export type World = {
  team: Team;
  app: InstalledApp;
  users: Map<string, User>;
  groups: Map<string, UserGroup>;
  channels: Map<string, Channel>;
  messages: Map<string, Message[]>;
  files: Map<string, StoredFile>;
  views: Map<string, View>;
  /** Ids of the modals a person has open, the top one last. */
  stacks: Map<string, string[]>;
  /** Published Home tabs by user id. */
  homes: Map<string, View>;
  /** How far each person has read each conversation, by user id and channel id, as a ts. */
  readMarks: Map<string, Map<string, string>>;
  ids: Ids;
  findUser(nameOrId: string): User | undefined;
  findGroup(handleOrId: string): UserGroup | undefined;
  findChannel(nameOrId: string): Channel | undefined;
  /** The direct message of a person with the bot; made when it is first needed. */
  directMessageOf(userId: string): Channel;
  findMessage(channelId: string, ts: string): Message | undefined;
};

/** Builds a workspace from a seed. Throws a ZodError or an Error that names an unknown member. */
export function createWorld(seedInput: Seed, ids: Ids, nowMs: number): World {
  const seed = seedSchema.parse(seedInput);
  const createdSeconds = Math.floor(nowMs / 1000);
  const users = new Map<string, User>();
  for (const user of seed.users) {
    users.set(user.id, {
      ...user,
      realName: user.realName ?? user.name,
      email: user.email ?? `${user.name}@${seed.team.domain}.example`,
      teamId: user.teamId ?? seed.team.id,
    });
  }
  users.set(seed.app.botUserId, botUser(seed.app, seed.team));

  const findUser = (nameOrId: string): User | undefined => {
    const wanted = nameOrId.replace(/^@/, "");
    return users.get(wanted) ?? [...users.values()].find((user) => user.name === wanted);
  };
  const idOf = (nameOrId: string): string => {
    const user = findUser(nameOrId);
    if (user === undefined) throw new Error(`The seed names an unknown user: ${nameOrId}`);
    return user.id;
  };

  const groups = new Map(
    seed.groups.map((group) => [group.id, { ...group, users: group.users.map(idOf) }]),
  );
  const channels = new Map<string, Channel>();
  for (const { id, name, kind, archived, members, bot } of seed.channels) {
    const all = new Set([...members.map(idOf), ...(bot ? [seed.app.botUserId] : [])]);
    channels.set(id, {
      id,
      name,
      kind,
      archived,
      members: all,
      createdSeconds,
      partner: undefined,
    });
  }
  const messages = new Map<string, Message[]>();

  return {
    team: seed.team,
    app: seed.app,
    users,
    groups,
    channels,
    messages,
    files: new Map(),
    views: new Map(),
    stacks: new Map(),
    homes: new Map(),
    readMarks: new Map(),
    ids,
    findUser,
    findGroup(handleOrId) {
      const wanted = handleOrId.replace(/^@/, "");
      return groups.get(wanted) ?? [...groups.values()].find((group) => group.handle === wanted);
    },
    findChannel(nameOrId) {
      const wanted = nameOrId.replace(/^#/, "");
      return (
        channels.get(wanted) ?? [...channels.values()].find((channel) => channel.name === wanted)
      );
    },
    directMessageOf(userId) {
      const known = [...channels.values()].find((channel) => channel.partner === userId);
      if (known !== undefined) return known;
      const id = ids.next("D");
      const members = new Set([userId, seed.app.botUserId]);
      const made: Channel = {
        id,
        name: id,
        kind: "im",
        members,
        archived: false,
        createdSeconds,
        partner: userId,
      };
      channels.set(id, made);
      return made;
    },
    findMessage(channelId, ts) {
      return messages.get(channelId)?.findLast((message) => message.ts === ts);
    },
  };
}

function botUser(app: InstalledApp, team: Team): User {
  return {
    id: app.botUserId,
    name: app.name,
    realName: app.name,
    email: "",
    teamId: team.id,
    tz: "UTC",
    isAdmin: false,
    isRestricted: false,
    isUltraRestricted: false,
    isStranger: false,
    isBot: true,
    deleted: false,
  };
}

import type { Delivered } from "../deliveries/app-link.ts";
import type { Reader } from "../rendering/mrkdwn.ts";
import type { ActResult, ScreenConfirm } from "../screen.ts";
import type { Workspace } from "../workspace.ts";
import type { Channel, User } from "../world/entities.ts";
import { ActError } from "./act-error.ts";

/** A person at work in the workspace. */
export type Actor = { workspace: Workspace; user: User };

/** The person by name or id. Throws an ActError for one who is unknown, gone or the bot itself. */
export function actorOf(workspace: Workspace, nameOrId: string): Actor {
  const user = workspace.world.findUser(nameOrId);
  if (user === undefined) throw new ActError("no_such_user", `There is no user ${nameOrId}`);
  if (user.deleted) throw new ActError("deactivated", `${user.name} is deactivated`);
  return { workspace, user };
}

/** How this person reads: in the own time zone, now. */
export function readerOf({ workspace, user }: Actor): Reader {
  return { world: workspace.world, tz: user.tz, nowMs: workspace.clock.now() };
}

/** A conversation by name or id that this person sees; `dm` is the one with the app. */
export function channelOf({ workspace, user }: Actor, nameOrId: string): Channel {
  const { world } = workspace;
  if (nameOrId === "dm") return world.directMessageOf(user.id);
  const channel = world.findChannel(nameOrId);
  if (channel === undefined || !(channel.kind === "public" || channel.members.has(user.id))) {
    throw new ActError("no_such_channel", `${user.name} sees no channel ${nameOrId}`);
  }
  return channel;
}

/** A conversation in which this person may write. */
export function writableChannel(actor: Actor, nameOrId: string): Channel {
  const channel = channelOf(actor, nameOrId);
  const { user } = actor;
  if (!channel.members.has(user.id)) {
    throw new ActError("not_a_member", `${user.name} is not in #${channel.name}`);
  }
  if (channel.archived) throw new ActError("archived", `#${channel.name} is archived`);
  return channel;
}

/** What an act came to, from its delivery. */
export function resultOf(delivered: Delivered, confirm: ScreenConfirm | null = null): ActResult {
  return {
    status: delivered.outcome,
    sent: true,
    reason: null,
    httpStatus: delivered.status,
    ms: delivered.ackMs,
    delivery: delivered.seq,
    confirm,
    problems: {},
  };
}

/** An act that sent nothing. */
export function notSent(
  reason: string,
  more: { confirm?: ScreenConfirm | null; problems?: Record<string, string> } = {},
): ActResult {
  return {
    status: "not-sent",
    sent: false,
    reason,
    httpStatus: null,
    ms: 0,
    delivery: null,
    confirm: more.confirm ?? null,
    problems: more.problems ?? {},
  };
}

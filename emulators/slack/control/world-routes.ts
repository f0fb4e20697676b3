import { Hono } from "hono";
import { z } from "zod";
import { ActError } from "../acting/act-error.ts";
import { sendEvent } from "../deliveries/event.ts";
import { sendMembershipEvent } from "../deliveries/message-events.ts";
import type { HttpEnv } from "../http-context.ts";
import type { Workspace } from "../workspace.ts";
import type { Channel, User } from "../world/entities.ts";
import { readBody } from "./read-body.ts";

const userChange = z
  .strictObject({
    name: z.string(),
    realName: z.string(),
    tz: z.string(),
    isAdmin: z.boolean(),
    isRestricted: z.boolean(),
    isUltraRestricted: z.boolean(),
    isStranger: z.boolean(),
    deleted: z.boolean(),
  })
  .partial();
const membership = z.strictObject({ user: z.string() });
const members = z.strictObject({ users: z.array(z.string()) });
const channelChange = z.strictObject({ archived: z.boolean() });
const newChannel = z.strictObject({
  name: z.string().min(1),
  kind: z.enum(["public", "private"]).default("public"),
  members: z.array(z.string()).default([]),
});

/** Changes of the world that people make outside of the app: groups, persons, conversations. */
export function worldRoutes(workspace: Workspace): Hono<HttpEnv> {
  const routes = new Hono<HttpEnv>();

  routes.post("/groups/:group/members", async (context) => {
    const { users } = await readBody(context, members);
    const group = workspace.world.findGroup(context.req.param("group"));
    if (group === undefined) throw new ActError("no_such_group", "There is no such group");
    group.users = users.map((name) => findUser(workspace, name).id);
    return context.json({ ok: true });
  });
  routes.post("/users/:user", async (context) => {
    const change = await readBody(context, userChange);
    const user = findUser(workspace, context.req.param("user"));
    Object.assign(user, change);
    if (change.deleted === true) {
      for (const channel of workspace.world.channels.values()) {
        if (channel.kind !== "im") channel.members.delete(user.id);
      }
    }
    return context.json({ ok: true });
  });
  routes.post("/channels", async (context) => {
    const { name, kind, members: names } = await readBody(context, newChannel);
    const { world, clock } = workspace;
    const id = world.ids.next("C");
    world.channels.set(id, {
      id,
      name,
      kind,
      archived: false,
      partner: undefined,
      createdSeconds: Math.floor(clock.now() / 1000),
      members: new Set(names.map((each) => findUser(workspace, each).id)),
    });
    return context.json({ id });
  });
  routes.post("/channels/:channel", async (context) => {
    const { archived } = await readBody(context, channelChange);
    const channel = findChannel(workspace, context.req.param("channel"));
    channel.archived = archived;
    const type = archived ? "channel_archive" : "channel_unarchive";
    await sendEvent(workspace, type, { type, channel: channel.id, event_ts: eventTs(workspace) });
    return context.json({ ok: true });
  });
  routes.post("/channels/:channel/invite", async (context) => {
    const { user } = await readBody(context, membership);
    const channel = findChannel(workspace, context.req.param("channel"));
    const { id } = findUser(workspace, user);
    channel.members.add(id);
    await sendMembershipEvent(workspace, "member_joined_channel", channel, id);
    return context.json({ ok: true });
  });
  routes.post("/channels/:channel/kick", async (context) => {
    const { user } = await readBody(context, membership);
    const channel = findChannel(workspace, context.req.param("channel"));
    const { id } = findUser(workspace, user);
    channel.members.delete(id);
    await sendMembershipEvent(workspace, "member_left_channel", channel, id);
    return context.json({ ok: true });
  });
  return routes;
}

function eventTs({ world }: Workspace): string {
  return world.ids.nextTs();
}

/** A person by name or id; `bot` is the app's own bot. */
function findUser({ world }: Workspace, name: string): User {
  const user = world.findUser(name === "bot" ? world.app.botUserId : name);
  if (user === undefined) throw new ActError("no_such_user", `There is no user ${name}`);
  return user;
}

function findChannel({ world }: Workspace, name: string): Channel {
  const channel = world.findChannel(name);
  if (channel === undefined) throw new ActError("no_such_channel", `There is no channel ${name}`);
  return channel;
}

import { randomBytes } from "node:crypto";
import type { Context, Hono } from "hono";
import { z } from "zod";
import {
  attachmentSchema,
  messageSchema,
  plantSkillSchema,
  systemRestrictionSchema,
  tolokersSchema,
} from "./control-people-schemas.ts";
import { ApiError } from "./errors.ts";
import {
  formatAttachment,
  formatMetadata,
  formatRestriction,
  formatSkill,
  formatThread,
} from "./formats-people.ts";
import type { JsonObject } from "./json.ts";
import { receiveMessage } from "./messages.ts";
import { restrict } from "./people.ts";
import type { Attachment, Skill } from "./people-entities.ts";
import { nextId } from "./people-store.ts";
import { removeSkill } from "./skill-removal.ts";
import { typicalToloker } from "./typical-toloker.ts";
import type { World } from "./world.ts";

/** What Tolokers and the platform itself do: people, skills, bans, files and messages. */
export function registerPeople(app: Hono, worldNow: () => World): void {
  const act = (
    name: string,
    path: string,
    make: (world: World, body: unknown) => unknown,
  ): void => {
    app.post(path, async (context: Context) => {
      const world = worldNow();
      const text = await context.req.text();
      const made = make(world, text === "" ? {} : JSON.parse(text));
      world.outside.add("outside", name, { made });
      return context.json(made, 201);
    });
  };

  app.get("/_control/tolokers", (context) =>
    context.json([...worldNow().store.tolokers.values()].map(formatMetadata)),
  );
  act("plant-tolokers", "/_control/tolokers", ({ store }, body) =>
    tolokersSchema.parse(body).tolokers.map(({ id, profile, computed }) => {
      const toloker = typicalToloker(id ?? randomBytes(16).toString("hex"), profile, computed);
      store.tolokers.set(toloker.id, toloker);
      return formatMetadata(toloker);
    }),
  );
  act("plant-skill", "/_control/skills", plantSkill);
  app.post("/_control/skills/:id/remove", (context) => {
    try {
      return context.json(removeSkill(worldNow(), context.req.param("id")));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      return context.json({ code: error.code, message: error.message }, 409);
    }
  });
  act("system-restriction", "/_control/restrictions", ({ store, clock }, body) => {
    const { user_id: userId } = systemRestrictionSchema.parse(body);
    return formatRestriction(restrict(store, { scope: "SYSTEM", userId }, clock.now()));
  });
  act("attach", "/_control/attachments", attach);
  act("message", "/_control/message-threads", (world, body) => {
    const { user_id: userId, thread_id: threadId, ...words } = messageSchema.parse(body);
    if (threadId !== undefined && !world.store.threads.has(threadId)) throw noSuch("thread");
    const thread = receiveMessage(world, { userId, threadId, ...words });
    return formatThread(thread, world.store.requesterId);
  });
}

/** A skill of the platform, or one that a training fills in. */
function plantSkill({ store, clock }: World, body: unknown): JsonObject {
  const { id, name, training } = plantSkillSchema.parse(body);
  const created = clock.now();
  const skill: Skill = {
    id: id ?? nextId(store, "skill"),
    created,
    modified: created,
    body: { name },
    global: !training,
    training,
    mine: training,
    removed: false,
  };
  store.skills.set(skill.id, skill);
  return formatSkill(skill, store.requesterId);
}

/** A file of a Toloker in an answer. */
function attach({ store, clock }: World, body: unknown): JsonObject {
  const file = attachmentSchema.parse(body);
  const attachment: Attachment = {
    id: store.ids.object(clock.now()),
    name: file.name,
    mediaType: file.media_type,
    userId: file.user_id,
    assignmentId: file.assignment_id,
    poolId: file.pool_id,
    created: clock.now(),
    content: file.content,
  };
  store.attachments.set(attachment.id, attachment);
  return formatAttachment(attachment, store.requesterId);
}

function noSuch(what: string): z.ZodError {
  return new z.ZodError([{ code: "custom", path: [], message: `no such ${what}`, input: what }]);
}

import type { Recipients } from "./checks/compose.ts";
import { conflict } from "./errors.ts";
import { type JsonObject, objectOr } from "./json.ts";
import type { MessageThread } from "./people-entities.ts";
import { matchesFilter } from "./people-filter.ts";
import type { World } from "./world.ts";

/**
 * Sends a message of the requester.
 * @throws ApiError 409 INCORRECT_RECIPIENTS when one of them is unknown, or the filter finds nobody
 */
export function composeThread(
  world: World,
  body: JsonObject,
  recipients: Recipients,
): MessageThread {
  const { store, clock } = world;
  const created = clock.now();
  const thread: MessageThread = {
    id: store.ids.object(created),
    topic: objectOr(body.topic),
    tolokerIds: recipientsOf(world, recipients),
    messages: [{ from: store.requesterId, text: objectOr(body.text), created }],
    composeDetails: composeDetails(recipients),
    meta: {},
    folders: ["OUTBOX"],
    answerable: body.answerable === true,
    created,
  };
  store.threads.set(thread.id, thread);
  return thread;
}

/** Tolokers named one by one or found by a filter; those of a message to all are not listed. */
function recipientsOf({ store }: World, recipients: Recipients): string[] {
  if (recipients.type === "ALL") return [];
  if (recipients.type === "DIRECT") {
    const ids = [...new Set(recipients.ids)];
    if (!ids.every((id) => store.tolokers.has(id))) throw conflict("INCORRECT_RECIPIENTS");
    return ids;
  }
  const found = [...store.tolokers.values()].filter((toloker) =>
    matchesFilter(store, toloker, recipients.filter),
  );
  if (found.length === 0) throw conflict("INCORRECT_RECIPIENTS");
  return found.map(({ id }) => id);
}

function composeDetails(recipients: Recipients): JsonObject {
  const kind = { recipients_select_type: recipients.type };
  if (recipients.type === "DIRECT") return { ...kind, recipients_ids: recipients.ids };
  return recipients.type === "FILTER" ? { ...kind, recipients_filter: recipients.filter } : kind;
}

/** A message of a Toloker: the answer to a thread, or a new one. */
export function receiveMessage(
  world: World,
  message: { userId: string; topic: JsonObject; text: JsonObject; threadId?: string | undefined },
): MessageThread {
  const { store, clock } = world;
  const created = clock.now();
  const known = message.threadId === undefined ? undefined : store.threads.get(message.threadId);
  const thread: MessageThread = known ?? {
    id: store.ids.object(created),
    topic: message.topic,
    tolokerIds: [message.userId],
    messages: [],
    composeDetails: {},
    meta: {},
    folders: [],
    answerable: true,
    created,
  };
  thread.messages.push({ from: message.userId, text: message.text, created });
  for (const folder of ["INBOX", "UNREAD"] as const) {
    if (!thread.folders.includes(folder)) thread.folders.push(folder);
  }
  store.threads.set(thread.id, thread);
  return thread;
}

import { type Answer, bodyObject, type Call, type Route } from "../api.ts";
import { checkCompose } from "../checks/compose.ts";
import { createFieldErrors, fieldsOf } from "../checks/fields.ts";
import { checkLanguageMap } from "../checks/language-map.ts";
import { doesNotExist, validationError } from "../errors.ts";
import { formatThread } from "../formats-people.ts";
import { objectOr } from "../json.ts";
import { composeThread } from "../messages.ts";
import { type Listing, pageOf } from "../pages.ts";
import { FOLDERS, type Folder, type MessageThread } from "../people-entities.ts";

const PATH = "/api/v1/message-threads";

/** Conversations with Tolokers (Toloka API, message threads). */
export const messageThreadRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listThreads },
  { method: "POST", path: `${PATH}/compose`, handle: compose },
  { method: "POST", path: `${PATH}/:id/reply`, handle: reply },
  { method: "POST", path: `${PATH}/:id/add-to-folders`, handle: addToFolders },
  { method: "POST", path: `${PATH}/:id/remove-from-folders`, handle: removeFromFolders },
];

const LISTING: Listing<MessageThread> = {
  ids: "text",
  ascending: true,
  ranges: ["id", "created"],
  sorts: ["id", "created"],
  keyOf: (thread, field) => (field === "id" ? thread.id : thread.created),
};

/** `folder` and `folder_ne` are comma lists: in any of the first, in none of the second. */
function listThreads({ world, query }: Call): Answer {
  const { threads, requesterId } = world.store;
  const errors = createFieldErrors();
  const foldersIn = (name: string): Folder[] | undefined => {
    const words = query.get(name)?.split(",");
    const known = FOLDERS.filter((folder) => words?.includes(folder));
    if (words !== undefined && known.length < new Set(words).size) {
      errors.add(name, "UNKNOWN_ENUM_VALUE");
    }
    return words === undefined ? undefined : known;
  };
  const inside = foldersIn("folder");
  const outside = foldersIn("folder_ne") ?? [];
  const wanted = ({ folders }: MessageThread): boolean =>
    (inside === undefined || inside.some((folder) => folders.includes(folder))) &&
    !outside.some((folder) => folders.includes(folder));
  const page = pageOf([...threads.values()], query, LISTING, wanted, errors);
  const items = page.items.map((thread) => formatThread(thread, requesterId));
  return { status: 200, body: { items, has_more: page.hasMore } };
}

function compose(call: Call): Answer {
  const body = bodyObject(call);
  const { errors, recipients } = checkCompose(body);
  if (!errors.isEmpty()) throw validationError(errors.map());
  return answer(call, composeThread(call.world, body, recipients));
}

function reply(call: Call): Answer {
  const { store, clock } = call.world;
  const body = bodyObject(call);
  const errors = createFieldErrors();
  checkLanguageMap(fieldsOf(errors, body), "text", { required: true });
  const thread = findThread(call);
  if (!errors.isEmpty()) throw validationError(errors.map());
  thread.messages.push({
    from: store.requesterId,
    text: objectOr(body.text),
    created: clock.now(),
  });
  if (!thread.folders.includes("OUTBOX")) thread.folders.push("OUTBOX");
  return answer(call, thread);
}

function addToFolders(call: Call): Answer {
  const folders = askedFolders(call);
  const thread = findThread(call);
  thread.folders = FOLDERS.filter(
    (folder) => folders.includes(folder) || thread.folders.includes(folder),
  );
  return answer(call, thread);
}

function removeFromFolders(call: Call): Answer {
  const folders = askedFolders(call);
  const thread = findThread(call);
  thread.folders = thread.folders.filter((folder) => !folders.includes(folder));
  return answer(call, thread);
}

function askedFolders(call: Call): readonly Folder[] {
  const errors = createFieldErrors();
  const values = fieldsOf(errors, bodyObject(call)).array("folders", { required: true, min: 1 });
  const folders = FOLDERS.filter((folder) => values?.includes(folder));
  for (const [index, value] of (values ?? []).entries()) {
    if (!folders.some((folder) => folder === value)) {
      errors.add(`folders.${index}`, "UNKNOWN_ENUM_VALUE");
    }
  }
  if (!errors.isEmpty()) throw validationError(errors.map());
  return folders;
}

function answer({ world }: Call, thread: MessageThread): Answer {
  return { status: 201, body: formatThread(thread, world.store.requesterId) };
}

function findThread({ world, id }: Call): MessageThread {
  const thread = world.store.threads.get(id);
  if (thread === undefined) throw doesNotExist();
  return thread;
}

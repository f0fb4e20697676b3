import type { Answer, Call, Route } from "../api.ts";
import { createFieldErrors } from "../checks/fields.ts";
import { doesNotExist } from "../errors.ts";
import { formatAttachment } from "../formats-people.ts";
import { type Listing, pageOf } from "../pages.ts";
import type { Attachment } from "../people-entities.ts";
import { oneOfQuery } from "../query.ts";

const PATH = "/api/v1/attachments";

/** Files in answers (Toloka API, attachments). */
export const attachmentRoutes: readonly Route[] = [
  { method: "GET", path: PATH, handle: listAttachments },
  { method: "GET", path: `${PATH}/:id`, handle: getAttachment },
  { method: "GET", path: `${PATH}/:id/download`, handle: download },
];

const LISTING: Listing<Attachment> = {
  ids: "text",
  ascending: false,
  ranges: ["id", "created"],
  sorts: ["id", "created"],
  keyOf: (attachment, field) => (field === "id" ? attachment.id : attachment.created),
};

/** A list names a pool or an answer. */
function listAttachments({ world, query }: Call): Answer {
  const { attachments, requesterId } = world.store;
  const errors = createFieldErrors();
  const poolId = query.get("pool_id");
  const assignmentId = query.get("assignment_id");
  if (poolId === null && assignmentId === null) errors.add("pool_id", "VALUE_REQUIRED");
  oneOfQuery(query, "type", ["ASSIGNMENT_ATTACHMENT"], errors);
  const name = query.get("name");
  const userId = query.get("user_id");
  const owner = query.get("owner_id") ?? requesterId;
  const wanted = (attachment: Attachment): boolean =>
    owner === requesterId &&
    (poolId === null || attachment.poolId === poolId) &&
    (assignmentId === null || attachment.assignmentId === assignmentId) &&
    (name === null || attachment.name === name) &&
    (userId === null || attachment.userId === userId);
  const page = pageOf([...attachments.values()], query, LISTING, wanted, errors);
  const items = page.items.map((attachment) => formatAttachment(attachment, requesterId));
  return { status: 200, body: { items, has_more: page.hasMore } };
}

function getAttachment(call: Call): Answer {
  const { requesterId } = call.world.store;
  return { status: 200, body: formatAttachment(findAttachment(call), requesterId) };
}

/** The file itself, in its own media type. */
function download(call: Call): Answer {
  const { content, mediaType, name } = findAttachment(call);
  return { status: 200, file: { bytes: Buffer.from(content, "base64"), mediaType, name } };
}

function findAttachment({ world, id }: Call): Attachment {
  const attachment = world.store.attachments.get(id);
  if (attachment === undefined) throw doesNotExist();
  return attachment;
}

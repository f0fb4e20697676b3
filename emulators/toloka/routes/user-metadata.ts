import type { Answer, Call, Route } from "../api.ts";
import { doesNotExist } from "../errors.ts";
import { formatMetadata } from "../formats-people.ts";

/** What a requester may learn of a Toloker (Toloka API, user metadata). */
export const userMetadataRoutes: readonly Route[] = [
  { method: "GET", path: "/api/v1/user-metadata/:id", handle: getMetadata },
];

function getMetadata({ world, id }: Call): Answer {
  const toloker = world.store.tolokers.get(id);
  if (toloker === undefined) throw doesNotExist();
  return { status: 200, body: formatMetadata(toloker) };
}

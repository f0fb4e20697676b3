import type { Answer, Call, Route } from "../api.ts";
import { toDollars } from "../money.ts";

/** The account and its balance (Toloka API, requester). */
export const requesterRoutes: readonly Route[] = [
  { method: "GET", path: "/api/v1/requester", handle: getRequester },
];

function getRequester({ world }: Call): Answer {
  const { requesterId, balance } = world.store;
  return {
    status: 200,
    body: { id: requesterId, balance: toDollars(balance), public_name: { EN: "Jack Smith" } },
  };
}

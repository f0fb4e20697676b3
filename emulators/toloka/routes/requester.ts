import type { Answer, Call, Route } from "../api.ts";
import { toDollars } from "../money.ts";

const COMPANY_ID = "eaf25678e128e14dea651d8c32471f21";

/** The account and its balance (Toloka API, requester). */
export const requesterRoutes: readonly Route[] = [
  { method: "GET", path: "/api/v1/requester", handle: getRequester },
];

function getRequester({ world }: Call): Answer {
  const { requesterId, balance } = world.store;
  return {
    status: 200,
    body: {
      id: requesterId,
      balance: toDollars(balance),
      public_name: { EN: "Jack Smith" },
      company: { id: COMPANY_ID, superintendent_id: requesterId },
    },
  };
}

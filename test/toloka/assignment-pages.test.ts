import { describe, expect, test } from "vitest";
import { answering, collect, connect, json, recorded } from "./support.ts";

const assignment = (id: string) => ({ ...recorded("assignments.get.res.json"), id });

/** What a list of assignments gives by pages of ids, and what it asked for. */
const listed = async (
  query: Parameters<ReturnType<typeof connect>["assignments"]>[0],
  ...pages: readonly (readonly string[])[]
) => {
  const answers = pages.map((ids, index) => () => {
    const items = ids.map(assignment);
    return json({ items, has_more: index < pages.length - 1 });
  });
  const { fetch, seen } = answering(...answers);
  const found = await collect(connect({ fetch }).assignments(query));
  return {
    ids: found.map((page) => page.map(({ id }) => id)),
    asked: seen.map(({ method, url }) => {
      const { pathname, searchParams } = new URL(url);
      return [method, pathname, Object.fromEntries(searchParams)];
    }),
  };
};

describe("a connection lists the suites of a pool", () => {
  test("page by page in the order of their ids, each page after the last suite of the one before", async () => {
    const { ids, asked } = await listed({ poolId: "4711" }, ["a1", "a2"], ["a3"], ["a4"]);
    const query = { pool_id: "4711", sort: "id", limit: "300" };
    expect(ids).toEqual([["a1", "a2"], ["a3"], ["a4"]]);
    expect(asked).toEqual([
      ["GET", "/api/v1/assignments", query],
      ["GET", "/api/v1/assignments", { ...query, id_gt: "a2" }],
      ["GET", "/api/v1/assignments", { ...query, id_gt: "a3" }],
    ]);
  });

  test.each([
    [["ACTIVE"], "ACTIVE"],
    [["SUBMITTED", "ACCEPTED"], "SUBMITTED,ACCEPTED"],
  ])("of the statuses %j only, on every page", async (statuses, status) => {
    const { asked } = await listed({ poolId: "4711", statuses }, ["a1"], ["a2"]);
    const query = { pool_id: "4711", status, sort: "id", limit: "300" };
    expect(asked.map(([, , sent]) => sent)).toEqual([query, { ...query, id_gt: "a1" }]);
  });

  test("of an empty pool as nothing", async () => {
    const { ids, asked } = await listed({ poolId: "4711" }, []);
    expect([ids.flat(), asked.length]).toEqual([[], 1]);
  });
});

import { describe, expect, test } from "vitest";
import { type Page, pages } from "../../src/toloka/paging.ts";
import { answering, collect, connect, failureOf, json, recorded } from "./support.ts";

const page = (ids: readonly string[], has_more: boolean): Page<{ id: string }> => ({
  items: ids.map((id) => ({ id })),
  has_more,
});

/** Serves pages in turn, the last one for ever. */
const listOf = (...served: readonly Page<{ id: string }>[]) => {
  const asked: (string | null)[] = [];
  const list = pages("/pools", async (after) => {
    asked.push(after);
    return served[Math.min(asked.length, served.length) - 1] ?? page([], false);
  });
  return { list, asked };
};

test("a list is read page by page until there is no more", async () => {
  const { list, asked } = listOf(
    page(["9", "10"], true),
    page(["11", "100"], true),
    page(["101"], false),
  );
  expect([await collect(list), asked]).toEqual([
    [[{ id: "9" }, { id: "10" }], [{ id: "11" }, { id: "100" }], [{ id: "101" }]],
    [null, "10", "100"],
  ]);
});

test("an empty list gives no page", async () => {
  expect(await collect(listOf(page([], false)).list)).toEqual([]);
});

describe("a list that leads in a circle ends with PAGE_REPEATS", () => {
  test.each<[string, readonly Page<{ id: string }>[], number]>([
    ["the same page again", [page(["1", "2"], true)], 2],
    ["an empty page that promises more", [page(["1"], true), page([], true)], 2],
    [
      "a page that begins where the last one ended",
      [page(["1", "2"], true), page(["2", "3"], true)],
      2,
    ],
    ["a page that goes back", [page(["9", "10"], true), page(["3", "4"], true)], 2],
    ["pages that take turns", [page(["b"], true), page(["a"], true), page(["b"], true)], 3],
  ])("%s", async (_, served, calls) => {
    const { list, asked } = listOf(...served);
    const { facts } = await failureOf(collect(list));
    expect([facts.code, asked.length]).toEqual(["PAGE_REPEATS", calls]);
  });
});

test("a list that grows for ever is given up", async () => {
  let id = 0;
  const next = async (): Promise<Page<{ id: string }>> => {
    id += 1;
    return page([String(id)], true);
  };
  const { facts } = await failureOf(collect(pages("/pools", next, 50)));
  expect([facts.code, id]).toEqual(["TOO_MANY_PAGES", 50]);
});

test("a reader that stops early asks for no further page", async () => {
  const { list, asked } = listOf(page(["1"], true), page(["2"], true));
  for await (const _ of list) break;
  expect(asked).toEqual([null]);
});

describe("what is asked for", () => {
  const createdAfter = new Date("2030-01-02T03:04:05.006Z");
  const asked = async (
    name: string,
    list: (connection: ReturnType<typeof connect>) => AsyncIterable<readonly unknown[]>,
  ) => {
    const { fetch, seen } = answering(() => json({ ...recorded(name), has_more: false }));
    await collect(list(connect({ fetch })));
    return seen.map(({ method, url }) => `${method} ${decodeURIComponent(url)}`);
  };

  test("pools of a project, by status and age", async () => {
    const query = { projectId: "7", status: "OPEN", createdAfter };
    expect(await asked("pools.list.res.json", ({ pools: list }) => list(query))).toEqual([
      "GET https://toloka.test/api/v1/pools?project_id=7&status=OPEN&created_gt=2030-01-02T03:04:05.006&sort=id&limit=300",
    ]);
  });

  test("projects by status and age", async () => {
    const query = { status: "ACTIVE", createdAfter };
    expect(await asked("projects.list.res.json", ({ projects }) => projects(query))).toEqual([
      "GET https://toloka.test/api/v1/projects?status=ACTIVE&created_gt=2030-01-02T03:04:05.006&sort=id&limit=300",
    ]);
  });

  test("tasks of a pool", async () => {
    expect(await asked("tasks.list.res.json", ({ tasks }) => tasks("12"))).toEqual([
      "GET https://toloka.test/api/v1/tasks?pool_id=12&sort=id&limit=300",
    ]);
  });

  test("operations of a type since a moment", async () => {
    const query = { type: "POOL.OPEN", submittedAfter: createdAfter };
    expect(await asked("operations.list.res.json", ({ operations }) => operations(query))).toEqual([
      "GET https://toloka.test/api/v1/operations?type=POOL.OPEN&submitted_gt=2030-01-02T03:04:05.006&sort=id&limit=300",
    ]);
  });

  test("the next page begins after the last id, whatever stands in it", async () => {
    const pool = recorded("pools.get.res.json");
    const { fetch, seen } = answering(
      () => json({ items: [{ ...pool, id: "5&status=OPEN" }], has_more: true }),
      () => json({ items: [], has_more: false }),
    );
    await collect(connect({ fetch }).pools({}));
    expect(seen.at(-1)?.url).toBe(
      "https://toloka.test/api/v1/pools?sort=id&limit=300&id_gt=5%26status%3DOPEN",
    );
  });
});

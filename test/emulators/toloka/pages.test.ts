import { expect, test } from "vitest";
import type { JsonObject } from "../../../emulators/toloka/json.ts";
import { type Account, createAccount, fieldCodes, idOf } from "./account.ts";

async function pageOf(account: Account, path: string) {
  const { body } = await account.send("GET", path);
  const items: JsonObject[] = Array.isArray(body.items) ? body.items : [];
  return { ids: items.map((item) => String(item.id)), hasMore: body.has_more };
}

async function upload(account: Account, poolId: string, count: number): Promise<void> {
  const tasks = new Array(count).fill(account.task(poolId));
  await account.send("POST", "/tasks", tasks);
}

test("pages by id_gt show every task once, also those added while reading", async () => {
  const account = createAccount();
  const poolId = await account.pool(await account.project());
  await upload(account, poolId, 700);
  const seen: string[] = [];
  let hasMore: unknown = true;
  while (hasMore === true) {
    const after = seen.length === 0 ? "" : `&id_gt=${seen.at(-1)}`;
    const page = await pageOf(account, `/tasks?pool_id=${poolId}&sort=id&limit=300${after}`);
    seen.push(...page.ids);
    hasMore = page.hasMore;
    if (seen.length === 300) await upload(account, poolId, 50);
  }
  expect({ count: seen.length, once: new Set(seen).size }).toEqual({ count: 750, once: 750 });
  expect(seen).toEqual([...seen].sort());
});

test("ranges, orders and sizes of a list of pools", async () => {
  const account = createAccount();
  const projectId = await account.project();
  const ids: string[] = [];
  for (let count = 0; count < 5; count += 1) ids.push(await account.pool(projectId));
  const [first = "", second = "", third = "", fourth = "", fifth = ""] = ids;
  await account.control.openOutside(third);
  const lists = {
    defaults: await pageOf(account, "/pools"),
    descending: await pageOf(account, "/pools?sort=-id&limit=2"),
    between: await pageOf(account, `/pools?id_gt=${first}&id_lte=${fourth}`),
    below: await pageOf(account, `/pools?id_gte=${second}&id_lt=${third}`),
    open: await pageOf(account, "/pools?status=OPEN"),
    started: await pageOf(account, "/pools?last_started_gt=2000-01-01&sort=-created"),
    foreign: await pageOf(account, "/pools?project_id=1"),
  };
  expect(lists).toEqual({
    defaults: { ids, hasMore: false },
    descending: { ids: [fifth, fourth], hasMore: true },
    between: { ids: [second, third, fourth], hasMore: false },
    below: { ids: [second], hasMore: false },
    open: { ids: [third], hasMore: false },
    started: { ids: [third], hasMore: false },
    foreign: { ids: [], hasMore: false },
  });
});

test("wrong parameters of a list are all named", async () => {
  const account = createAccount();
  const pools = await account.send(
    "GET",
    "/pools?limit=301&sort=private_name&status=BUSY&id_gt=x&created_lt=now",
  );
  const tasks = await account.send("GET", "/tasks?limit=0");
  expect([fieldCodes(pools), fieldCodes(tasks)]).toEqual([
    [
      "created_lt: INVALID_DATE_TIME_SYNTAX",
      "id_gt: INTEGER_EXPECTED",
      "limit: VALUE_GREATER_THAN_MAX",
      "sort: UNKNOWN_ENUM_VALUE",
      "status: UNKNOWN_ENUM_VALUE",
    ],
    ["limit: VALUE_LESS_THAN_MIN", "pool_id: VALUE_REQUIRED"],
  ]);
});

test("operations are listed by type and status", async () => {
  const account = createAccount();
  const poolId = await account.filledPool();
  const opened = await account.send("POST", `/pools/${poolId}/open`);
  await account.send("POST", `/pools/${poolId}/close`);
  const page = await pageOf(account, "/operations?type=POOL.OPEN&status=SUCCESS&sort=-submitted");
  expect(page).toEqual({ ids: [idOf(opened)], hasMore: false });
});

test("a hundred thousand tasks go in by chunks and come out by pages", async () => {
  const account = createAccount();
  const poolId = await account.pool(await account.project());
  const chunk = Array.from({ length: 5000 }, (_, index) =>
    account.task(poolId, { input_values: { image: `https://example.com/${index}.jpg` } }),
  );
  for (let count = 0; count < 20; count += 1) {
    await account.send("POST", "/tasks?async_mode=true", chunk);
  }
  let read = 0;
  let last = "";
  for (let hasMore: unknown = true; hasMore === true; ) {
    const page = await pageOf(account, `/tasks?pool_id=${poolId}&limit=300&id_gt=${last}`);
    read += page.ids.length;
    last = page.ids.at(-1) ?? "";
    hasMore = page.hasMore;
  }
  expect(read).toBe(100_000);
});

import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { JsonObject } from "../../../emulators/toloka/json.ts";
import { decodeGraph, encodeGraph } from "../../../emulators/toloka/snapshots/graph.ts";
import { BusyError, saveSnapshot } from "../../../emulators/toloka/snapshots/snapshot.ts";
import { type Account, createAccount } from "./account.ts";
import { manualPool, openManualPool, suiteBody, take } from "./manual-pool.ts";
import { posted, subscribe, subscribed } from "./subscriber.ts";

const NOW = Date.parse("2030-01-01T00:00:00Z");
const realNow = (): number => NOW;

/** The snapshot as it would be kept in a file. */
async function saved(account: Account): Promise<JsonObject> {
  return JSON.parse(JSON.stringify(await account.control.saveSnapshot()));
}

async function loaded(snapshot: JsonObject, options: object = {}): Promise<Account> {
  const account = createAccount({ realNow, ...options });
  await account.control.loadSnapshot(snapshot);
  return account;
}

/** Everything that the API tells about an account. */
async function picture(account: Account): Promise<JsonObject> {
  const seen: JsonObject = {};
  const lists = ["projects", "pools", "trainings", "operations", "skills", "webhook-subscriptions"];
  for (const list of lists) seen[list] = (await account.send("GET", `/${list}`)).body;
  for (const { id } of (await account.control.state()).pools) {
    for (const list of ["tasks", "task-suites", "assignments"]) {
      seen[`${list} ${id}`] = (await account.send("GET", `/${list}?pool_id=${id}`)).body;
    }
  }
  seen.requester = (await account.send("GET", "/requester")).body;
  seen.clock = await account.control.clock();
  return seen;
}

/** An account in the middle of everything: pools in each state, work in hand, a subscription. */
async function busyAccount(): Promise<Account> {
  const account = createAccount({ realNow, balance: 123.456_789 });
  const open = await account.filledPool({ will_expire: "2030-01-01T01:00:00" });
  await account.send("POST", `/pools/${open}/open`);
  const reopening = await account.filledPool();
  await account.send("POST", `/pools/${reopening}/open`);
  await account.send("POST", `/pools/${reopening}/close-for-update`);
  const ending = await account.filledPool({ auto_close_after_complete_delay_seconds: 600 });
  await account.send("POST", `/pools/${ending}/open`);
  await account.control.complete(ending);
  const manual = await openManualPool(account);
  take(account, manual);
  await subscribe(account, open, "ASSIGNMENT_CREATED");
  await account.control.advance({ seconds: 30 });
  await account.control.freeze();
  return account;
}

test("a loaded account answers as the saved one did, and goes on as it goes on", async () => {
  const original = await busyAccount();
  const snapshot = await saved(original);
  const copy = await loaded(snapshot, { balance: 1 });
  const before = [await picture(original), await picture(copy)];
  for (const account of [original, copy]) {
    for (const seconds of [31, 600, 900, 3600, 40 * 86_400]) {
      await account.control.advance({ seconds });
    }
  }
  const [originally, then] = [await picture(original), await picture(copy)];
  expect(before[1]).toEqual(before[0]);
  expect(then).toEqual(originally);
  const states = (await copy.control.state()).pools.map((pool) => [
    pool.status,
    pool.last_close_reason,
  ]);
  expect(states).toEqual([
    ["ARCHIVED", "EXPIRED"],
    ["OPEN", "FOR_UPDATE"],
    ["ARCHIVED", "COMPLETED"],
    ["OPEN", null],
  ]);
});

test("a loaded account counts on: ids, quotas and switches are the saved one's", async () => {
  const original = createAccount({ realNow, rateLimitFactor: 1, maxTasksPerPool: 7 });
  const projectId = await original.project();
  for (let pool = 0; pool < 20; pool += 1) await original.pool(projectId);
  const copy = await loaded(await saved(original));
  const refused = await copy.send("POST", "/pools", {});
  await copy.control.advance({ seconds: 60 });
  const poolId = await copy.pool(projectId);
  const first = (await copy.control.state()).pools[0]?.id;
  const over = new Array(8).fill(copy.task(poolId));
  const tasks = await copy.send("POST", "/tasks", over);
  expect([refused.status, Number(poolId) - Number(first), tasks.body.code]).toEqual([
    429,
    20,
    "POOL_TASKS_COUNT_EXCEEDED",
  ]);
});

test("tasks of a loaded account are the same in their pool and by their id", async () => {
  const original = createAccount({ realNow });
  const poolId = await original.filledPool();
  const copy = await loaded(await saved(original));
  const { items } = (await copy.send("GET", `/tasks?pool_id=${poolId}`)).body;
  const [task] = Array.isArray(items) ? items : [];
  await copy.send("PATCH", `/tasks/${task.id}`, { overlap: 9 });
  const bad = await copy.send("POST", "/tasks", copy.task(poolId, { input_values: { image: 1 } }));
  const again = (await copy.send("GET", `/tasks?pool_id=${poolId}`)).body;
  expect([again.items, bad.status]).toEqual([[{ ...task, overlap: 9, remaining_overlap: 9 }], 400]);
});

test("the crowd goes on where it stopped, twice in the same way, and the book still adds up", async () => {
  const original = createAccount({ realNow, balance: 50 });
  const poolId = await original.filledPool({ filter: null, quality_control: null });
  await original.send("POST", "/tasks", new Array(60).fill(original.task(poolId)));
  await original.send("POST", `/pools/${poolId}/open`);
  await original.control.placeCrowd({ workers: 8, seed: 7, start: true });
  await original.control.advance({ seconds: 60 });
  const half = (await original.control.charges()).charges.length;
  const snapshot = await saved(original);
  const ends: unknown[] = [];
  const books: JsonObject[] = [];
  for (let time = 0; time < 2; time += 1) {
    const copy = await loaded(snapshot);
    await copy.control.advance({ seconds: 86_400 });
    const book = await copy.control.charges();
    books.push(book);
    const { status, last_close_reason } = (await copy.send("GET", `/pools/${poolId}`)).body;
    ends.push([status, last_close_reason, book.charges.length > half]);
  }
  expect(half).toBeGreaterThan(0);
  expect(ends).toEqual(new Array(2).fill(["CLOSED", "COMPLETED", true]));
  expect(books[1]).toEqual(books[0]);
});

test("events that no subscriber took yet are sent by the loaded account", async () => {
  const original = subscribed();
  const poolId = await original.account.filledPool();
  await subscribe(original.account, poolId, "POOL_CLOSED", { secret_key: "12345" });
  original.statuses.push(500);
  await original.account.control.closeWithReason(poolId, "BLOCKED");
  await posted(original.account, 1);
  const snapshot = await saved(original.account);
  const copy = subscribed();
  await copy.account.control.loadSnapshot(snapshot);
  await posted(copy.account, 1);
  expect(copy.received.map(({ text }) => text)).toEqual(original.received.map(({ text }) => text));
});

describe("saving", () => {
  test("waits until running operations have ended", async () => {
    const account = createAccount({ operationDelayMs: 60 });
    const poolId = await account.filledPool();
    await account.control.freeze();
    await account.send("POST", `/pools/${poolId}/open`);
    const copy = createAccount();
    await copy.control.loadSnapshot(await saved(account));
    expect((await copy.control.state()).pools.map(({ status }) => status)).toEqual(["OPEN"]);
  });

  test("is given up when they do not end", async () => {
    const account = createAccount({ operationDelayMs: 60, realNow });
    const poolId = await account.filledPool();
    await account.send("POST", `/pools/${poolId}/open`);
    await expect(saveSnapshot(account.emulator.world(), 20)).rejects.toBeInstanceOf(BusyError);
  });
});

test("what is no snapshot is refused and changes nothing", async () => {
  const account = createAccount({ realNow });
  const poolId = await manualPool(account);
  await account.send("POST", "/task-suites", suiteBody(poolId));
  const before = await picture(account);
  const snapshot = await saved(account);
  const load = (document: JsonObject) => account.control.loadSnapshot(document);
  await expect(load({ ...snapshot, version: 2 })).rejects.toThrow("400");
  await expect(load({})).rejects.toThrow("400");
  await expect(load({ ...snapshot, store: { nodes: [["object", [["a", [7]]]]] } })).rejects.toThrow(
    "400",
  );
  expect(await picture(account)).toEqual(before);
});

describe("plain values as a graph", () => {
  test("come back as they were", () => {
    const value = fc.anything({ withMap: true, withSet: true, withNullPrototype: false });
    fc.assert(
      fc.property(fc.array(value), (values) => {
        const text = JSON.stringify(encodeGraph(values));
        expect(decodeGraph(JSON.parse(text))).toEqual(values);
      }),
    );
  });

  test("keep patterns, endless numbers, the negative zero and things that are held twice", () => {
    const shared = {
      pattern: /^a.c$/s,
      most: Number.POSITIVE_INFINITY,
      least: -0,
      none: undefined,
    };
    const text = JSON.stringify(encodeGraph({ shared, map: new Map([["again", shared]]) }));
    const back = Object(decodeGraph(JSON.parse(text)));
    expect(back).toEqual({ shared, map: new Map([["again", shared]]) });
    expect(back.map.get("again")).toBe(back.shared);
  });
});

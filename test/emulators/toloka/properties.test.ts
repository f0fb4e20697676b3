import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { isObject } from "../../../emulators/toloka/json.ts";
import { type Account, createAccount } from "./account.ts";

/** More pages than any list here has. */
const MOST_PAGES = 200;

const tasksOf = (account: Account, poolId: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    account.task(poolId, { input_values: { image: `https://example.com/${index}.jpg` } }),
  );

async function upload(account: Account, poolId: string, count: number, mode = ""): Promise<void> {
  if (count === 0) return;
  await account.send("POST", `/tasks${mode}`, tasksOf(account, poolId, count));
}

test("however tasks are added meanwhile, paging visits every one of them once", async () => {
  const reading = fc.record({
    before: fc.integer({ min: 0, max: 40 }),
    limit: fc.integer({ min: 1, max: 12 }),
    descending: fc.boolean(),
    /** Tasks that are uploaded while each page is asked for. */
    meanwhile: fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }),
  });
  await fc.assert(
    fc.asyncProperty(reading, async ({ before, limit, descending, meanwhile }) => {
      const account = createAccount();
      const poolId = await account.pool(await account.project());
      await upload(account, poolId, before);
      const known = [...account.emulator.world().store.tasks.keys()];
      const seen: string[] = [];
      for (let page = 0, more: unknown = true; more === true; page += 1) {
        const sort = descending ? "-id" : "id";
        const last = seen.at(-1);
        const after = last === undefined ? "" : `&id_${descending ? "lt" : "gt"}=${last}`;
        const path = `/tasks?pool_id=${poolId}&sort=${sort}&limit=${limit}${after}`;
        const [{ body }] = await Promise.all([
          account.send("GET", path),
          upload(account, poolId, meanwhile[page] ?? 0, page % 2 === 0 ? "?async_mode=true" : ""),
        ]);
        const items = Array.isArray(body.items) ? body.items.filter(isObject) : [];
        seen.push(...items.map(({ id }) => String(id)));
        more = body.has_more;
        if (page > MOST_PAGES) throw new Error("the list has no end");
      }
      expect(new Set(seen).size).toBe(seen.length);
      expect(seen).toEqual(seen.toSorted((a, b) => (a < b === descending ? 1 : -1)));
      expect(known.filter((id) => !seen.includes(id))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

const LOADS = ["/tasks", "/task-suites", "/user-bonuses"] as const;

test("a replay of an operation id changes nothing, whatever it carries and whenever it comes", async () => {
  const replay = fc.record({
    path: fc.constantFrom(...LOADS),
    delayMs: fc.constantFrom(0, 900),
    items: fc.integer({ min: 1, max: 4 }),
    again: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    atOnce: fc.boolean(),
  });
  await fc.assert(
    fc.asyncProperty(replay, async ({ path, delayMs, items, again, atOnce }) => {
      const account = createAccount({ operationDelayMs: delayMs, balance: 100 });
      await account.control.freeze();
      const projectId = await account.project();
      const mixed = path === "/task-suites" ? { mixer_config: null } : {};
      const poolId = await account.pool(projectId, mixed);
      const user_id = await account.control
        .placeCrowd({ workers: 1 })
        .then(({ workers }) => workers[0]?.id);
      const bodies = (count: number): object[] =>
        tasksOf(account, poolId, count).map((task, index) => {
          if (path === "/user-bonuses") {
            return { user_id, amount: 0.01 * (index + 1), without_message: true };
          }
          const { input_values } = task;
          return path === "/tasks"
            ? task
            : { pool_id: poolId, overlap: 1, tasks: [{ input_values }] };
        });
      const id = randomUUID();
      const post = (count: number) =>
        account.send("POST", `${path}?async_mode=true&operation_id=${id}`, bodies(count));
      const first = await post(items);
      if (!atOnce) await account.control.advance({ ms: delayMs });
      const replies = await Promise.all(again.map(post));
      await account.control.advance({ ms: 2 * delayMs });
      const { tasks, suites, bonuses, operations } = account.emulator.world().store;
      expect(first.status).toBe(202);
      expect(replies.map(({ status, body }) => [status, body.code])).toEqual(
        again.map(() => [409, "OPERATION_ALREADY_EXISTS"]),
      );
      const made = { "/tasks": tasks, "/task-suites": suites, "/user-bonuses": bonuses }[path];
      expect([made.size, operations.size]).toEqual([items, 1]);
    }),
    { numRuns: 60 },
  );
});

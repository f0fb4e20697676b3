import { expect, test } from "vitest";
import type { JsonObject } from "../../../../emulators/toloka/json.ts";
import { matchesFilter } from "../../../../emulators/toloka/people-filter.ts";
import { fittingToloker } from "../../../../emulators/toloka/visitor/fitting.ts";
import { createAccount, fixture } from "../account.ts";
import { field, poolWith } from "../crowd/field.ts";
import { takeWork, visit } from "./visit.ts";

const condition = (
  category: string,
  key: string,
  operator: string,
  value: unknown,
): JsonObject => ({
  category,
  key,
  operator,
  value,
});
const RUSSIAN = condition("profile", "languages", "IN", "RU");

test.each([
  ["the quick start's", fixture("quickstart.pool.create.req.json").filter],
  ["no filter", null],
  ["a country", { and: [condition("profile", "country", "EQ", "DE")] }],
  ["an age", { and: [condition("profile", "date_of_birth", "LT", 100)] }],
  ["a browser", { and: [{ or: [condition("computed", "client_type", "EQ", "BROWSER")] }] }],
  ["not adult", condition("profile", "adult_allowed", "NE", true)],
  ["no English", condition("profile", "languages", "NOT_IN", "EN")],
  ["two languages", { and: [RUSSIAN, condition("profile", "languages", "IN", "FR")] }],
  ["the second of two", { or: [condition("skill", "9", "GTE", 80), RUSSIAN] }],
  ["regions", condition("computed", "region_by_phone", "GTE", 1000)],
])("the visitor becomes a Toloker whom the filter lets pass: %s", (_name, filter) => {
  const { store } = createAccount().emulator.world();
  expect(matchesFilter(store, fittingToloker(store, filter), filter)).toBe(true);
});

test.each([
  ["a skill", condition("skill", "9", "GTE", 80)],
  ["a fact that nobody has", condition("profile", "__proto__", "EQ", "x")],
  ["a value of another kind", condition("profile", "country", "EQ", 7)],
  ["an empty or", { or: [] }],
])("what cannot be put on stays unmet: %s", (_name, filter) => {
  const { store } = createAccount().emulator.world();
  expect(matchesFilter(store, fittingToloker(store, filter), filter)).toBe(false);
});

test("why there is no work is said by its cause", async () => {
  const account = await field();
  const reasonOf = async (poolId: string): Promise<unknown> =>
    (await visit(account, "POST", `/pools/${poolId}/take`)).body.reason;
  const opened = async (changes: JsonObject, count = 3): Promise<string> => {
    const { poolId } = await poolWith(account, changes, count);
    await account.send("POST", `/pools/${poolId}/open`);
    await account.control.advance({ seconds: 5 });
    return poolId;
  };
  const { poolId: closed } = await poolWith(account, {}, 3);
  expect(await reasonOf(closed)).toBe("POOL_IS_NOT_OPEN");
  const skilled = await opened({ filter: { and: [condition("skill", "9", "GTE", 80)] } });
  expect(await reasonOf(skilled)).toBe("FILTER");
  const done = await opened({}, 6);
  for (let suite = 0; suite < 2; suite += 1) {
    const { id } = await takeWork(account, done);
    await visit(account, "POST", `/work/${id}/skip`);
  }
  expect(await reasonOf(done)).toBe("NOTHING_LEFT");
  const poor = await opened({});
  await account.control.setBalance(0);
  expect(await reasonOf(poor)).toBe("POOL_IS_NOT_OPEN");
  expect((await visit(account, "POST", `/pools/${poor}/take`)).body.last_close_reason).toBe(
    "NOT_ENOUGH_BALANCE",
  );
  await account.control.setBalance(100);
  const barred = await opened({});
  const { work } = await takeWork(account, barred);
  await visit(account, "POST", `/work/${String(work.assignment_id)}/skip`);
  await account.emulator.fetch("http://toloka.test/_control/restrictions", {
    method: "POST",
    body: JSON.stringify({ user_id: work.user_id }),
  });
  expect(await reasonOf(barred)).toBe("RESTRICTED");
  expect((await visit(account, "POST", "/pools/12/take")).status).toBe(404);
});

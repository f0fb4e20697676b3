import { describe, expect, test } from "vitest";
import { readArguments } from "../../../emulators/toloka/arguments.ts";
import { type Account, createAccount, type Reply } from "./account.ts";

/** An account with limits, and a way to let real time pass; virtual time follows it. */
function limited(rateLimitFactor = 1): { account: Account; wait(ms: number): void } {
  let real = Date.parse("2030-01-01T00:00:00Z");
  const account = createAccount({ rateLimitFactor, realNow: () => real });
  return {
    account,
    wait(ms) {
      real += ms;
    },
  };
}

function brief({ status, body }: Reply): unknown {
  return status === 429 ? [status, body.code, body.payload] : "let pass";
}

async function statusesOf(times: number, send: () => Promise<Reply>): Promise<unknown[]> {
  const seen: unknown[] = [];
  for (let time = 0; time < times; time += 1) seen.push(brief(await send()));
  return seen;
}

describe("a method takes so many requests a minute, by virtual time", () => {
  const table: [string, string, number][] = [
    ["POST", "/projects", 20],
    ["POST", "/pools", 20],
    ["POST", "/pools/1/clone", 20],
    ["POST", "/trainings", 20],
    ["POST", "/trainings/1/clone", 20],
    ["POST", "/skills", 10],
  ];
  test.each(table)("%s %s: %i", async (method, path, limit) => {
    const { account } = limited();
    const send = (): Promise<Reply> => account.send(method, path, {});
    const seen = await statusesOf(limit + 1, send);
    await account.control.advance({ seconds: 59 });
    seen.push(brief(await send()));
    await account.control.advance({ seconds: 1 });
    seen.push(brief(await send()));
    const refused = [429, "TOO_MANY_REQUESTS", { interval: "MIN" }];
    expect(seen).toEqual([...new Array(limit).fill("let pass"), refused, refused, "let pass"]);
  });
});

test("both ways of aggregation share five requests a minute and thirty an hour", async () => {
  const { account } = limited();
  const byPool = (): Promise<Reply> =>
    account.send("POST", "/aggregated-solutions/aggregate-by-pool", {});
  const byTask = (): Promise<Reply> =>
    account.send("POST", "/aggregated-solutions/aggregate-by-task", {});
  await statusesOf(3, byPool);
  const minute = await statusesOf(3, byTask);
  for (let round = 0; round < 5; round += 1) {
    await account.control.advance({ seconds: 60 });
    await statusesOf(5, byPool);
  }
  await account.control.advance({ seconds: 60 });
  expect([minute, brief(await byTask())]).toEqual([
    ["let pass", "let pass", [429, "TOO_MANY_REQUESTS", { interval: "MIN" }]],
    [429, "TOO_MANY_REQUESTS", { interval: "HOUR" }],
  ]);
});

test("a day has its own limit, and ends a day after it began", async () => {
  const { account } = limited();
  const send = (): Promise<Reply> => account.send("POST", "/projects", {});
  for (let minute = 0; minute < 5; minute += 1) {
    await statusesOf(20, send);
    await account.control.advance({ seconds: 60 });
  }
  const over = brief(await send());
  await account.control.advance({ seconds: 86_400 - 5 * 60 });
  expect([over, brief(await send())]).toEqual([
    [429, "TOO_MANY_REQUESTS", { interval: "DAY" }],
    "let pass",
  ]);
});

test("tasks, suites and bonuses are counted one by one, and a refused request takes nothing", async () => {
  const { account, wait } = limited(0.0002);
  const send = async (path: string, count: number): Promise<unknown> => {
    wait(1000);
    return brief(await account.send("POST", path, new Array(count).fill({})));
  };
  const refused = (interval: string): unknown => [429, "TOO_MANY_REQUESTS", { interval }];
  expect([
    await send("/tasks", 39),
    await send("/tasks", 2),
    await send("/tasks", 1),
    await send("/tasks", 1),
    await send("/task-suites", 20),
    await send("/task-suites", 1),
    await send("/user-bonuses", 3),
    await send("/user-bonuses", 2),
  ]).toEqual([
    "let pass",
    refused("MIN"),
    "let pass",
    refused("MIN"),
    "let pass",
    refused("MIN"),
    refused("DAY"),
    "let pass",
  ]);
});

test("only a pool's edits of overlap are counted, ten an hour", async () => {
  const { account } = limited();
  const poolId = await account.pool(await account.project());
  const { body } = await account.send("GET", `/pools/${poolId}`);
  const put = (overlap: number): Promise<Reply> =>
    account.send("PUT", `/pools/${poolId}`, {
      ...body,
      defaults: { default_overlap_for_new_task_suites: overlap },
    });
  let overlap = 3;
  const unchanged = await statusesOf(12, () => put(3));
  const changed = await statusesOf(11, () => {
    overlap += 1;
    return put(overlap);
  });
  await account.control.advance({ seconds: 3600 });
  expect([new Set(unchanged), changed.slice(9), brief(await put(30))]).toEqual([
    new Set(["let pass"]),
    ["let pass", [429, "TOO_MANY_REQUESTS", { interval: "HOUR" }]],
    "let pass",
  ]);
});

test("one message a day goes to everybody, others are counted by their readers", async () => {
  const { account } = limited();
  const compose = (body: object): Promise<Reply> =>
    account.send("POST", "/message-threads/compose", body);
  const all = { recipients_select_type: "ALL" };
  const direct = { recipients_select_type: "DIRECT", recipients_ids: ["a", "b"] };
  const seen = [
    ...(await statusesOf(2, () => compose(all))),
    ...(await statusesOf(2, () => compose(direct))),
  ];
  expect(seen).toEqual([
    "let pass",
    [429, "TOO_MANY_REQUESTS", { interval: "DAY" }],
    "let pass",
    "let pass",
  ]);
});

test("three hundred requests a second of real time pass, whatever the virtual clock does", async () => {
  const { account, wait } = limited();
  await account.control.freeze();
  const send = (): Promise<Reply> => account.send("GET", "/requester");
  const first = await statusesOf(301, send);
  await account.control.advance({ seconds: 60 });
  const second = brief(await send());
  wait(1000);
  expect([first.slice(299), second, brief(await send())]).toEqual([
    ["let pass", [429, "TOO_MANY_REQUESTS", undefined]],
    [429, "TOO_MANY_REQUESTS", undefined],
    "let pass",
  ]);
});

test("a wrong key and bad JSON are told before a used-up quota, a bad body after it", async () => {
  const { account } = limited();
  await statusesOf(20, () => account.send("POST", "/projects", {}));
  const stranger = await account.send("POST", "/projects", {}, { authorization: "ApiKey no" });
  const wrongType = await account.send("POST", "/projects", {}, { "content-type": "text/plain" });
  const wrongBody = await account.send("POST", "/projects", { public_name: 1 });
  expect([stranger.status, wrongType.status, wrongBody.status]).toEqual([401, 415, 429]);
});

test("the command keeps the documented limits unless it is told otherwise", () => {
  const factor = (...more: string[]): number | undefined =>
    readArguments(["--port", "0", "--api-key", "k", ...more]).rateLimitFactor;
  expect([factor(), factor("--limits", "0"), factor("--limits", "2.5")]).toEqual([1, 0, 2.5]);
});

test("without the switch nothing is counted", async () => {
  const account = createAccount();
  const seen = await statusesOf(310, () => account.send("POST", "/projects", {}));
  expect(new Set(seen)).toEqual(new Set(["let pass"]));
});

import { readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { createAccount } from "./account.ts";

test("the ledger keeps each request and answer, in order, without the key", async () => {
  const account = createAccount();
  const path = "/tasks?pool_id=1&pool_id=2";
  await account.send("POST", path, { pool_id: "1", input_values: {} });
  await account.send("GET", "/requester", undefined, { authorization: "OAuth test-key" });
  const entries = await account.control.ledger();
  expect(entries).toMatchObject([
    {
      seq: 1,
      at: expect.stringMatching(/Z$/),
      virtual_at: expect.stringMatching(/\.\d{3}$/),
      method: "POST",
      path: "/api/v1/tasks",
      query: { pool_id: ["1", "2"] },
      headers: { authorization: "ApiKey", content_type: "application/json" },
      body: { pool_id: "1", input_values: {} },
      status: 400,
      response: { code: "VALIDATION_ERROR" },
      fault: null,
      answered: true,
      effect: "now",
    },
    { seq: 2, method: "GET", headers: { authorization: "OAuth" }, body: null, status: 200 },
  ]);
  expect(JSON.stringify(entries)).not.toContain("test-key");
  expect((await account.control.ledger(1)).map(({ seq }) => seq)).toEqual([2]);
});

test("a ledger file gets one JSON line per request", async () => {
  const folder = await mkdtemp(join(tmpdir(), "ledger-"));
  const ledgerFile = join(folder, "ledger.jsonl");
  const account = createAccount({ ledgerFile });
  await account.send("GET", "/requester");
  await account.send("GET", "/pools");
  const lines = readFileSync(ledgerFile, "utf8").trimEnd().split("\n");
  await rm(folder, { recursive: true });
  expect(lines.map((line) => JSON.parse(line))).toEqual(await account.control.ledger());
});

test("a reset leaves an empty account, a real clock and an empty ledger", async () => {
  const account = createAccount({ realNow: () => 1000 });
  await account.filledPool();
  await account.control.advance({ seconds: 60 });
  await account.control.setBalance(5);
  await account.control.addFault({ route: "GET /requester", kind: "status" });
  await account.control.reset();
  expect(await account.control.state()).toMatchObject({
    now: "1970-01-01T00:00:01.000",
    balance: 1000,
    counts: { projects: 0, pools: 0, tasks: 0, operations: 0, requests: 0 },
    pools: [],
  });
  expect((await account.send("GET", "/requester")).body.balance).toBe(1000);
});

test("the balance is exact in dollars and can be set", async () => {
  const account = createAccount();
  await account.control.setBalance(0.052);
  expect((await account.send("GET", "/requester")).body.balance).toBe(0.052);
});

test("the control API refuses what it does not know", async () => {
  const { control } = createAccount();
  await expect(control.openOutside("1")).rejects.toThrow("404");
  await expect(control.advance({ seconds: -1 })).rejects.toThrow("400");
});

import { expect, test } from "vitest";
import type { Account } from "./account.ts";
import { field, poolWith, work } from "./crowd/field.ts";

const look = async ({ emulator }: Account, path: string): Promise<unknown> =>
  (await emulator.fetch(`http://toloka.test/_control${path}`)).json();

test("projects are listed with their pools counted", async () => {
  const account = await field();
  const empty = await account.project({ public_name: "Hats" });
  const { poolId } = await poolWith(account, {}, 1);
  const { project_id: full } = (await account.send("GET", `/pools/${poolId}`)).body;
  expect(await look(account, "/projects")).toEqual([
    { id: empty, status: "ACTIVE", public_name: "Hats", pools: 0 },
    { id: full, status: "ACTIVE", public_name: "Categories of shoes", pools: 1 },
  ]);
});

test("the newest operations come first, as the API shows them", async () => {
  const account = await field();
  const { poolId } = await poolWith(account, {}, 1);
  await account.send("POST", `/pools/${poolId}/open`);
  await account.control.advance({ seconds: 5 });
  const closing = await account.send("POST", `/pools/${poolId}/close`);
  const listed = await look(account, "/operations?limit=2");
  const one = (await account.send("GET", `/operations/${String(closing.body.id)}`)).body;
  expect(listed).toEqual([one, expect.objectContaining({ type: "POOL.OPEN", status: "SUCCESS" })]);
});

test("a pool's tasks are paged and carry the answers that came", async () => {
  const account = await field();
  const { poolId, taskIds } = await poolWith(account, {}, 4, { overlap: 2 });
  await work(account, poolId, { workers: 3, accuracy: 1 });
  const image = "https://example.com/3.jpg";
  const answer = {
    user_id: expect.stringMatching(/^[0-9a-f]{32}$/),
    status: "ACCEPTED",
    output_values: { result: expect.any(String) },
  };
  expect(await look(account, `/pools/${poolId}/tasks?from=3&limit=5`)).toEqual({
    from: 3,
    total: 4,
    tasks: [
      {
        id: taskIds[3],
        kind: "general",
        input_values: { image },
        overlap: 2,
        remaining_overlap: 0,
        answers: [answer, answer],
      },
    ],
  });
  expect(await look(account, "/pools/12/tasks")).toEqual({ error: "no such pool" });
});

import { sql } from "kysely";
import { describe, expect, test } from "vitest";
import type { AuditLine } from "../../src/use-cases/store-ports.ts";
import { useDatabase } from "../support/database.ts";

const world = useDatabase();

const line = (subject: string): AuditLine => ({
  actor: "U1",
  action: "approve",
  subject,
  before: null,
  after: '{"status":"approved"}',
});

describe("audit", () => {
  test("lines are kept in order with all that was said", async () => {
    const { audit } = world().database;
    await audit.write(line("run:1"));
    await audit.write(line("run:2"));
    await audit.write({ ...line("run:1"), before: "{}" });
    const lines = (await audit.list("run:1")).map(({ at: _at, hash: _hash, ...rest }) => rest);
    expect(lines).toEqual([
      { ...line("run:1"), seq: 1 },
      { ...line("run:1"), before: "{}", seq: 3 },
    ]);
    expect(await audit.firstBroken()).toBeNull();
  });

  test("many writers at once make one chain without gaps", async () => {
    const { database } = world();
    const writers = Array.from({ length: 25 }, (_, index) =>
      database.transaction(async (store) => {
        await store.audit.write(line("run:1"));
        await store.audit.write(line("run:1"));
        if (index % 5 === 0) throw new Error("rolled back");
      }),
    );
    await Promise.allSettled(writers);
    const numbers = (await database.audit.list("run:1")).map(({ seq }) => seq);
    expect(numbers).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    expect(await database.audit.firstBroken()).toBeNull();
  });

  test("two transactions that write lines and change rows in opposite order do not block each other", async () => {
    const { database, opened } = world();
    const firstWrote = Promise.withResolvers<void>();
    const secondWrote = Promise.withResolvers<void>();
    const first = database.transaction(async (store) => {
      await store.audit.write(line("run:1"));
      firstWrote.resolve();
      // On PGlite the second transaction begins when this one is over.
      if (opened.kind === "postgres") await secondWrote.promise;
      await store.notes.write("shared", "first");
    });
    await firstWrote.promise;
    const second = database.transaction(async (store) => {
      await store.notes.write("shared", "second");
      secondWrote.resolve();
      await store.audit.write(line("run:2"));
    });
    expect(await Promise.allSettled([first, second])).toEqual([
      { status: "fulfilled", value: undefined },
      { status: "fulfilled", value: undefined },
    ]);
    expect(await database.audit.firstBroken()).toBeNull();
  });

  test("inside a transaction its own lines can be read", async () => {
    const lines = await world().database.transaction(async (store) => {
      await store.audit.write(line("run:1"));
      return (await store.audit.list("run:1")).length;
    });
    expect(lines).toBe(1);
  });

  test.for([
    ["seq", "update audit set seq = 9 where seq = 2", 3],
    ["time", "update audit set at = at + interval '1 second' where seq = 2", 2],
    ["actor", "update audit set actor = 'U2' where seq = 2", 2],
    ["action", "update audit set action = 'deny' where seq = 2", 2],
    ["subject", "update audit set subject = 'run:2' where seq = 2", 2],
    ["before", "update audit set before = '' where seq = 2", 2],
    ["after", "update audit set after = null where seq = 2", 2],
    ["hash", "update audit set hash = repeat('1', 64) where seq = 2", 2],
    ["deleted line", "delete from audit where seq = 2", 3],
    ["deleted first line", "delete from audit where seq = 1", 2],
  ] as const)("a forged audit line is found: %s", async ([, forgery, broken]) => {
    const { database, opened } = world();
    for (let count = 0; count < 3; count += 1) await database.audit.write(line("run:1"));
    await sql.raw(forgery).execute(opened.kysely);
    expect(await database.audit.firstBroken()).toBe(broken);
  });
});

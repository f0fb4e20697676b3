import { describe, expect, test } from "vitest";
import { migrate } from "../../src/storage/migrate.ts";
import { useDatabase } from "../support/database.ts";
import { makeRun } from "./make-run.ts";

const world = useDatabase();

describe("transactions", () => {
  test("a failed transaction leaves nothing behind", async () => {
    const { database } = world();
    await expect(
      database.transaction(async (store) => {
        await store.runs.insert(makeRun());
        await store.notes.write("note", "text");
        await store.audit.write({
          actor: "U1",
          action: "insert",
          subject: "run-1",
          before: null,
          after: null,
        });
        throw new Error("stop");
      }),
    ).rejects.toThrow("stop");
    expect([
      await database.runs.find("run-1"),
      await database.notes.read("note"),
      await database.audit.list("run-1"),
    ]).toEqual([null, null, []]);
  });

  test("a transaction answers what its work answers, and is committed then", async () => {
    const { database } = world();
    const answer = await database.transaction(async (store) => {
      await store.runs.insert(makeRun());
      return "inserted";
    });
    expect([answer, await database.runs.find("run-1")]).toEqual(["inserted", makeRun()]);
  });

  test("going around an open transaction is refused instead of waiting for ever", async () => {
    const { database, sent } = world();
    const refusals = await database.transaction(() =>
      Promise.allSettled([
        database.notes.read("note"),
        database.jobs.send({ name: "watch" }),
        database.transaction(async () => "nested"),
      ]),
    );
    expect(refusals.map((refusal) => refusal.status)).toEqual(["rejected", "rejected", "rejected"]);
    expect(sent).toEqual([]);
    expect(await database.notes.read("note")).toBeNull();
  });

  test("work outside waits for an open transaction and does not slip into it", async () => {
    const { database } = world();
    const begun = Promise.withResolvers<void>();
    const failing = Promise.withResolvers<never>();
    const open = database.transaction(async (store) => {
      await store.notes.write("inside", "1");
      begun.resolve();
      await failing.promise;
    });
    await begun.promise;
    const outside = database.notes.write("outside", "1");
    failing.reject(new Error("rolled back"));
    await expect(open).rejects.toThrow("rolled back");
    await outside;
    expect([await database.notes.read("inside"), await database.notes.read("outside")]).toEqual([
      null,
      "1",
    ]);
  });

  test("migrating again changes nothing, also twice at once", async () => {
    const { database, opened } = world();
    await database.runs.insert(makeRun());
    const kysely = opened.kysely.withoutPlugins();
    await Promise.all([migrate(kysely), migrate(kysely)]);
    expect(await database.runs.find("run-1")).toEqual(makeRun());
  });

  test("stored JSON that nobody can read is an error, never a guess", async () => {
    const { database, opened } = world();
    await database.runs.insert(makeRun());
    await opened.kysely.updateTable("runs").set({ input: '{"start":7}' }).execute();
    await expect(database.runs.find("run-1")).rejects.toThrow("input");
  });
});

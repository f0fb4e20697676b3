import { describe, expect, test } from "vitest";
import type { AnswerRow } from "../../src/domain/results/answer-row.ts";
import { makeRow } from "../domain/results/make-answers.ts";
import { useDatabase } from "../support/database.ts";
import { makeRun } from "./make-run.ts";

const world = useDatabase();

/** The answers of a batch, page by page. */
const pagesOf = async (runId: string, batch: string): Promise<AnswerRow[][]> => {
  const pages: AnswerRow[][] = [];
  for await (const page of world().database.results.rows(runId, batch)) pages.push([...page]);
  return pages;
};

/** The first answer's suite of each page, which tells pages apart. */
const suitesOf = async (runId: string, batch: string): Promise<(string | undefined)[]> =>
  (await pagesOf(runId, batch)).map(([first]) => first?.suiteId);

describe("wishes for results", () => {
  test("are kept once each, the bot's own and those of people apart, in the order in which they came", async () => {
    const { runs, results } = world().database;
    await runs.insert(makeRun());
    expect(await results.wishes("run-1")).toEqual([]);
    for (const by of ["U9", null, "U1", "U9", null]) await results.wish("run-1", by);
    expect(await results.wishes("run-1")).toEqual([{ by: "U9" }, { by: null }, { by: "U1" }]);
  });

  test("that come at the same time are one", async () => {
    const { runs, results } = world().database;
    await runs.insert(makeRun());
    await Promise.all(Array.from({ length: 20 }, () => results.wish("run-1", "U1")));
    expect(await results.wishes("run-1")).toEqual([{ by: "U1" }]);
  });

  test("are taken away once, and only those that were named", async () => {
    const { runs, results } = world().database;
    for (const id of ["run-1", "run-2"]) await runs.insert(makeRun({ id }));
    for (const by of [null, "U1", "U2"]) await results.wish("run-1", by);
    await results.wish("run-2", "U1");
    expect(await results.fulfil("run-1", [{ by: "U1" }, { by: null }])).toBe(true);
    expect(await results.wishes("run-1")).toEqual([{ by: "U2" }]);
    expect(await results.wishes("run-2")).toEqual([{ by: "U1" }]);
    expect(await results.fulfil("run-1", [{ by: "U1" }, { by: null }])).toBe(false);
    expect(await results.fulfil("run-1", [{ by: "U1" }, { by: "U2" }])).toBe(true);
    expect(await results.wishes("run-1")).toEqual([]);
  });

  test("are not taken away by nothing, and a person's not by the bot's own", async () => {
    const { runs, results } = world().database;
    await runs.insert(makeRun());
    await results.wish("run-1", "U1");
    expect(await results.fulfil("run-1", [])).toBe(false);
    expect(await results.fulfil("run-1", [{ by: null }])).toBe(false);
    expect(await results.wishes("run-1")).toEqual([{ by: "U1" }]);
  });

  test("are fulfilled by one of many who try at the same time", async () => {
    const { database } = world();
    await database.runs.insert(makeRun());
    await database.results.wish("run-1", "U1");
    const tries = Array.from({ length: 10 }, () =>
      database.transaction((store) => store.results.fulfil("run-1", [{ by: "U1" }])),
    );
    expect((await Promise.all(tries)).filter((won) => won)).toHaveLength(1);
  });

  test("come back when the transaction that fulfilled them fails", async () => {
    const { database } = world();
    await database.runs.insert(makeRun());
    await database.results.wish("run-1", null);
    await expect(
      database.transaction(async (store) => {
        await store.results.fulfil("run-1", [{ by: null }]);
        throw new Error("no");
      }),
    ).rejects.toThrow("no");
    expect(await database.results.wishes("run-1")).toEqual([{ by: null }]);
  });

  test("name their runs once each, in any order, of one environment only", async () => {
    const { runs, results } = world().database;
    for (const id of ["b", "a", "c"]) await runs.insert(makeRun({ id }));
    await runs.insert(makeRun({ id: "p", environment: "production" }));
    for (const id of ["b", "a", "p"]) {
      await results.wish(id, null);
      await results.wish(id, "U1");
    }
    expect((await results.wanted("sandbox")).toSorted()).toEqual(["a", "b"]);
    expect(await results.wanted("production")).toEqual(["p"]);
    await results.fulfil("a", [{ by: null }]);
    expect((await results.wanted("sandbox")).toSorted()).toEqual(["a", "b"]);
    await results.fulfil("a", [{ by: "U1" }]);
    expect(await results.wanted("sandbox")).toEqual(["b"]);
  });

  test("name at most 200 runs at once, each once, and in time all: those that wait keep none from its turn", async () => {
    const { database } = world();
    const ids = Array.from({ length: 400 }, (_, number) => `run-${number}`);
    await database.transaction(async ({ runs, results }) => {
      for (const id of ids) {
        await runs.insert(makeRun({ id }));
        for (const by of [null, "U1"]) await results.wish(id, by);
      }
    });
    const named = new Set<string>();
    // Half of them a round: one that never comes in 60 rounds is not left out by chance.
    for (let round = 0; round < 60 && named.size < ids.length; round += 1) {
      const wanted = await database.results.wanted("sandbox");
      expect([wanted.length, new Set(wanted).size]).toEqual([200, 200]);
      for (const id of wanted) named.add(id);
    }
    expect([...named].toSorted()).toEqual(ids.toSorted());
  });

  test("of a run that does not exist are refused", async () => {
    await expect(world().database.results.wish("nobody", null)).rejects.toThrow(/foreign key/);
  });
});

describe("answers on their way into files", () => {
  test("come back as they were, page by page in the order in which they were added", async () => {
    const { runs, results } = world().database;
    await runs.insert(makeRun());
    const pages = [
      [makeRow(), makeRow({ taskId: null, submitted: null, isGolden: true, worker: 2 })],
      [makeRow({ status: "REJECTED", input: {}, output: {} })],
      [
        makeRow({
          input: { snake_case: 1, camelCase: { inner_key: [null, true, -0.5] } },
          output: { text: "1", number: 1, b: 2, a: 1 },
        }),
      ],
    ];
    for (const page of pages) await results.addRows("run-1", "b1", page);
    const found = await pagesOf("run-1", "b1");
    expect(found).toStrictEqual(pages);
    expect(Object.keys(found[2]?.[0]?.output ?? {})).toEqual(["text", "number", "b", "a"]);
  });

  test.each([
    ["U+0000", "a\u0000b"],
    ["half a surrogate pair", "\uD83D and \uDC4F"],
    ["a backslash before a code", "\\u0000"],
    ["line separators", "\u2028\u2029\uFEFF"],
  ])("keep %s in values and names of fields", async (_, text) => {
    const { runs, results } = world().database;
    await runs.insert(makeRun());
    const odd = makeRow({ input: { [text]: text }, output: { result: [text, { [text]: text }] } });
    await results.addRows("run-1", "b1", [odd]);
    expect(await pagesOf("run-1", "b1")).toStrictEqual([[odd]]);
  });

  test("come of one run and one batch, and of an unknown one not at all", async () => {
    const { runs, results } = world().database;
    for (const id of ["run-1", "run-2"]) await runs.insert(makeRun({ id }));
    await results.addRows("run-1", "b1", [makeRow({ suiteId: "1" })]);
    await results.addRows("run-1", "b2", [makeRow({ suiteId: "2" })]);
    await results.addRows("run-2", "b1", [makeRow({ suiteId: "3" })]);
    await results.addRows("run-1", "b1", [makeRow({ suiteId: "4" })]);
    expect([
      await suitesOf("run-1", "b1"),
      await suitesOf("run-1", "b2"),
      await suitesOf("run-2", "b1"),
      await suitesOf("run-2", "b2"),
    ]).toEqual([["1", "4"], ["2"], ["3"], []]);
  });

  test("stay in order beyond nine pages, and can be read again", async () => {
    const { runs, results } = world().database;
    await runs.insert(makeRun());
    const names = Array.from({ length: 25 }, (_, index) => `s-${index}`);
    for (const suiteId of names) await results.addRows("run-1", "b1", [makeRow({ suiteId })]);
    expect(await suitesOf("run-1", "b1")).toEqual(names);
    expect(await suitesOf("run-1", "b1")).toEqual(names);
  });

  test("are forgotten but for the batches that are kept, of one run only", async () => {
    const { runs, results } = world().database;
    for (const id of ["run-1", "run-2"]) await runs.insert(makeRun({ id }));
    for (const batch of ["b1", "b2", "b3"]) await results.addRows("run-1", batch, [makeRow()]);
    await results.addRows("run-2", "b1", [makeRow()]);
    const left = async () =>
      (await world().opened.kysely.selectFrom("answerRows").select(["runId", "batch"]).execute())
        .map(({ runId, batch }) => `${runId} ${batch}`)
        .toSorted();
    await results.keepOnly("run-1", ["b1", "b3", "b9"]);
    expect(await left()).toEqual(["run-1 b1", "run-1 b3", "run-2 b1"]);
    await results.keepOnly("run-1", []);
    expect(await left()).toEqual(["run-2 b1"]);
  });

  test("are counted in pieces as they were added, and forgotten with their batch alone", async () => {
    const { runs, results } = world().database;
    for (const id of ["run-1", "run-2"]) await runs.insert(makeRun({ id }));
    for (const batch of ["b1", "b1", "b2"])
      await results.addRows("run-1", batch, [makeRow(), makeRow()]);
    await results.addRows("run-2", "b1", [makeRow()]);
    const pieces = async () => [
      await results.pieces("run-1", "b1"),
      await results.pieces("run-1", "b2"),
      await results.pieces("run-2", "b1"),
      await results.pieces("run-2", "b2"),
    ];
    expect(await pieces()).toStrictEqual([2, 1, 1, 0]);
    for (let times = 0; times < 2; times += 1) await results.forget("run-1", "b1");
    expect(await pieces()).toStrictEqual([0, 1, 1, 0]);
    expect(await suitesOf("run-1", "b1")).toEqual([]);
  });

  test("that are not answers any more are refused, not read as something else", async () => {
    const { opened, database } = world();
    await database.runs.insert(makeRun());
    const rows = JSON.stringify([{ ...makeRow(), worker: "1" }]);
    await opened.kysely
      .insertInto("answerRows")
      .values({ runId: "run-1", batch: "b1", rows })
      .execute();
    await expect(pagesOf("run-1", "b1")).rejects.toThrow(/worker/);
  });

  test("go with their run, and its wishes too", async () => {
    const { opened, database } = world();
    for (const id of ["run-1", "run-2"]) {
      await database.runs.insert(makeRun({ id }));
      await database.results.wish(id, "U1");
      await database.results.addRows(id, "b1", [makeRow()]);
    }
    await opened.kysely.deleteFrom("runs").where("id", "=", "run-1").execute();
    expect([
      ...(await opened.kysely.selectFrom("answerRows").select("runId").execute()),
      ...(await opened.kysely.selectFrom("resultWishes").select("runId").execute()),
    ]).toEqual([{ runId: "run-2" }, { runId: "run-2" }]);
  });
});

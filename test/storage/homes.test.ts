import { describe, expect, test } from "vitest";
import { keepHomesCurrent } from "../../src/use-cases/keep-homes.ts";
import { refreshAgedHomes, refreshHomes } from "../../src/use-cases/refresh-homes.ts";
import { useDatabase } from "../support/database.ts";
import { makeRun } from "./make-run.ts";

const world = useDatabase();
const noon = new Date("2026-11-23T12:00:00.000Z");
const later = (minutes: number): Date => new Date(noon.getTime() + minutes * 60_000);
const at = (now: Date) => ({ database: world().database, clock: { now: () => now } });
const shown = { picture: "p1", viewHash: "h1", at: noon };
const day = 1_440;

/** The people whose Home is to be painted, in the order of the jobs. */
const painted = (): string[] =>
  world().sent.flatMap(({ job }) => (job.name === "paint-home" ? [job.userId] : []));

describe("Homes", () => {
  test("an opened Home is remembered with what stands on it; one that Slack does not show begins anew", async () => {
    const { homes } = world().database;
    expect(await homes.find("U1")).toBeNull();
    await homes.opened("U1", noon, true);
    await homes.published("U1", shown);
    await homes.opened("U1", later(5), true);
    const kept = { openedAt: later(5), picture: "p1", viewHash: "h1", publishedAt: noon };
    expect(await homes.find("U1")).toEqual(kept);
    await homes.opened("U1", later(6), false);
    expect(await homes.find("U1")).toEqual({
      ...kept,
      openedAt: later(6),
      picture: null,
      viewHash: null,
    });
    await homes.forget("U1");
    expect(await homes.find("U1")).toBeNull();
  });

  test("many changes are one painting, until it begins; another three seconds after the last publishing", async () => {
    const { homes } = world().database;
    for (const who of ["U1", "U2"]) await homes.opened(who, noon, true);
    await homes.published("U2", shown);
    const deps = at(new Date(noon.getTime() + 1_000));
    for (let times = 0; times < 3; times += 1) await refreshHomes(deps, null);
    expect(painted().toSorted()).toEqual(["U1", "U2"]);
    const waits = world().sent.map(({ job, afterMs }) => [
      job.name === "paint-home" && job.userId,
      afterMs,
    ]);
    expect(new Map(waits.map(([who, wait]) => [who, wait]))).toEqual(
      new Map<unknown, unknown>([
        ["U1", 0],
        ["U2", 2_000],
      ]),
    );
    await homes.begin("U1", noon);
    await refreshHomes(deps, ["U1", "U2", "U3"]);
    expect(painted().slice(2)).toEqual(["U1"]);
    await refreshHomes(at(later(31)), []);
    expect(painted().length).toBe(3);
    await refreshHomes(at(later(31)), ["U2"]);
    expect(painted().slice(3)).toEqual(["U2"]);
  });

  test("a Home that nobody has opened for 30 days is forgotten and not published any more", async () => {
    const { homes } = world().database;
    await homes.opened("U1", noon, true);
    await homes.opened("U2", later(day), true);
    await refreshHomes(at(later(30 * day + 1)), null);
    expect(painted()).toEqual(["U2"]);
    expect(await homes.find("U1")).toBeNull();
  });

  test("one that was opened within a day is looked at again after a quarter of an hour", async () => {
    const { homes } = world().database;
    for (const who of ["U1", "U2"]) {
      await homes.opened(who, noon, true);
      await homes.begin(who, noon);
    }
    await homes.begin("U2", later(10));
    await refreshAgedHomes(at(later(14)));
    expect(world().sent).toEqual([]);
    await refreshAgedHomes(at(later(16)));
    expect(world().sent.map(({ job }) => job)).toEqual([
      { name: "refresh-homes", userIds: ["U1"] },
    ]);
    await refreshAgedHomes(at(later(day + 1)));
    expect(world().sent.length).toBe(1);
  });

  test("each change of a run is sent on in its transaction: a draft's to whoever typed in it, others to all", async () => {
    const database = keepHomesCurrent(world().database, { now: () => noon });
    await database.runs.insert(makeRun({ id: "run-0" }));
    expect(world().sent).toEqual([]);
    await database.homes.opened("U9", noon, true);
    await database.transaction(async (store) => {
      await store.runs.insert(makeRun({ editorIds: ["U1", "U2"] }));
      await store.runs.insert(makeRun());
      await store.runs.change("run-1", { version: 9 }, { status: "open" });
      await store.runs.change("run-1", {}, { status: "open" });
      await store.cards.place("run-1", "1.1");
    });
    expect(world().sent.map(({ job }) => job)).toEqual([
      { name: "refresh-homes", userIds: ["U1", "U2"] },
      { name: "refresh-homes", userIds: null },
      { name: "refresh-homes", userIds: null },
    ]);
  });
});

describe("lists of runs", () => {
  test("are counted whole, narrowed by time, and ordered by closing where that is asked for", async () => {
    const { runs } = world().database;
    const open = { status: "open" as const };
    await runs.insert(makeRun({ ...open, id: "a", willExpire: later(2), closedAt: noon }));
    await runs.insert(makeRun({ ...open, id: "b", willExpire: later(1), updatedAt: later(9) }));
    await runs.insert(makeRun({ ...open, id: "c", ownerId: "U2", willExpire: later(3) }));
    const ids = async (query: Parameters<typeof runs.list>[0]) =>
      (await runs.list(query)).map(({ id }) => id);
    expect(await ids({ first: "closing", limit: 2 })).toEqual(["b", "a"]);
    expect(await ids({ limit: 9 })).toEqual(["c", "b", "a"]);
    expect(await runs.count({ statuses: ["open"] })).toBe(3);
    expect(await runs.count({ statuses: ["open"], ownerId: "U2" })).toBe(1);
    expect(await ids({ closedSince: noon, limit: 9 })).toEqual(["b", "a"]);
    expect(await ids({ changedSince: later(9), limit: 9 })).toEqual(["b"]);
  });
});

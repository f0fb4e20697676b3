import { describe, expect, test } from "vitest";
import { useDatabase } from "../support/database.ts";
import { fullRun } from "./full-run.ts";
import { makeRun } from "./make-run.ts";

const world = useDatabase();

describe("runs", () => {
  test("a run is read back as it was written, dates and odd characters included", async () => {
    const { runs } = world().database;
    await runs.insert(fullRun);
    expect(await runs.find(fullRun.id)).toEqual(fullRun);
    expect(await runs.find("unknown")).toBeNull();
  });

  test("the order of fields that a person typed survives", async () => {
    const { runs } = world().database;
    await runs.insert(fullRun);
    const spec = (await runs.find(fullRun.id))?.projectBody?.task_spec.input_spec ?? {};
    expect(Object.keys(spec)).toEqual(["zebra", "image"]);
  });

  test("a change overwrites the given fields only and counts the version up", async () => {
    const { runs } = world().database;
    await runs.insert(fullRun);
    const changed = await runs.change(
      fullRun.id,
      { version: 7, status: "requested" },
      { status: "denied", request: null, editorIds: ["U9"] },
    );
    expect(changed).toEqual({
      ...fullRun,
      version: 8,
      status: "denied",
      request: null,
      editorIds: ["U9"],
      updatedAt: changed?.updatedAt,
    });
    expect(changed?.updatedAt.getTime()).toBeGreaterThan(fullRun.updatedAt.getTime());
    expect(await runs.find(fullRun.id)).toEqual(changed);
  });

  test("a change that expects another version or status does nothing", async () => {
    const { runs } = world().database;
    await runs.insert(makeRun());
    expect(await runs.change("run-1", { version: 2 }, { status: "ready" })).toBeNull();
    expect(
      await runs.change("run-1", { status: ["ready", "open"] }, { status: "closed" }),
    ).toBeNull();
    expect(await runs.change("run-1", { status: [] }, { status: "closed" })).toBeNull();
    expect(await runs.change("other", {}, { status: "closed" })).toBeNull();
    expect(await runs.find("run-1")).toEqual(makeRun());
  });

  test("of fifty who press Approve at once exactly one wins", async () => {
    const { database } = world();
    await database.runs.insert(makeRun({ status: "requested" }));
    const clicks = Array.from({ length: 50 }, (_, index) =>
      database.transaction((store) =>
        store.runs.change(
          "run-1",
          { version: 1, status: "requested" },
          { status: "approved", pausedBy: `U${index}` },
        ),
      ),
    );
    const winners = (await Promise.all(clicks)).filter((run) => run !== null);
    expect(winners).toHaveLength(1);
    expect(await database.runs.find("run-1")).toEqual(winners[0]);
  });

  test("lists are newest first and filtered by everything given", async () => {
    const { runs } = world().database;
    const at = (minute: number) => new Date(Date.UTC(2026, 10, 23, 10, minute));
    await runs.insert(makeRun({ id: "a", createdAt: at(1), status: "draft" }));
    await runs.insert(makeRun({ id: "b", createdAt: at(3), status: "open", ownerId: "U2" }));
    await runs.insert(makeRun({ id: "c", createdAt: at(2), status: "open", channelId: "C2" }));
    const ids = async (query: Parameters<typeof runs.list>[0]) =>
      (await runs.list(query)).map((run) => run.id);
    expect(await ids({ limit: 10 })).toEqual(["b", "c", "a"]);
    expect(await ids({ limit: 1 })).toEqual(["b"]);
    expect(await ids({ statuses: ["open"], limit: 10 })).toEqual(["b", "c"]);
    expect(await ids({ statuses: [], limit: 10 })).toEqual([]);
    expect(await ids({ ownerId: "U1", limit: 10 })).toEqual(["c", "a"]);
    expect(await ids({ ownerId: "U1", channelId: "C2", limit: 10 })).toEqual(["c"]);
  });

  test("the newest run of a pool is found in its own environment only", async () => {
    const { runs } = world().database;
    const old = makeRun({ id: "old", poolId: "20" });
    const young = makeRun({
      id: "young",
      poolId: "20",
      createdAt: new Date("2026-11-24T00:00:00Z"),
    });
    await runs.insert(young);
    await runs.insert(old);
    expect(await runs.findByPool("sandbox", "20")).toEqual(young);
    expect(await runs.findByPool("production", "20")).toBeNull();
  });

  test("placing the card does not make the buttons that are shown old", async () => {
    const { runs, cards } = world().database;
    await runs.insert(makeRun());
    await cards.place("run-1", "1.2");
    expect(await runs.find("run-1")).toEqual(makeRun({ rootTs: "1.2" }));
  });
});

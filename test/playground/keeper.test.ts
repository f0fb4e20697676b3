import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { createKeeper } from "../../playground/keeper.ts";

/** Something with a state of one word. */
const createPlace = (word: string) => {
  let held = word;
  return {
    word: () => held,
    saveSnapshot: async () => ({ word: held }),
    loadSnapshot: async (snapshot: { [key: string]: unknown }) => {
      held = String(snapshot.word);
    },
  };
};

describe("the demo's saved state", () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "lifeguard-kept-"));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));
  const quiet = (): void => undefined;

  test("is put back where there is one, each state under its name", async () => {
    await createKeeper(
      folder,
      { slack: createPlace("old"), toloka: createPlace("pool") },
      quiet,
    ).end();
    const [slack, toloka] = [createPlace("new"), createPlace("new")];
    await createKeeper(folder, { slack, toloka }, quiet).load();
    expect([slack.word(), toloka.word()]).toEqual(["old", "pool"]);
    expect((await readdir(folder)).toSorted()).toEqual(["slack.json", "toloka.json"]);
  });

  test("begins anew in an empty folder, which it makes", async () => {
    const slack = createPlace("new");
    await createKeeper(join(folder, "deep", "er"), { slack }, quiet).load();
    expect(slack.word()).toBe("new");
  });

  test("a spoilt file is named, and left as it is", async () => {
    await writeFile(join(folder, "slack.json"), "{half");
    const keeper = createKeeper(folder, { slack: createPlace("new") }, quiet);
    await expect(keeper.load()).rejects.toThrow("slack.json is no saved state");
    expect(await readFile(join(folder, "slack.json"), "utf8")).toBe("{half");
  });
});

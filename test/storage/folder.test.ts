import {
  chmod,
  chown,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  stat,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { StorageUnusable } from "../../src/storage/data-folder.ts";
import { lockFolder, StorageLocked } from "../../src/storage/folder-lock.ts";
import { openDatabase } from "../../src/storage/open-database.ts";
import { type Child, startChild } from "../support/child.ts";
import { silentLog } from "../support/silent-log.ts";

let parent = "";
const children: Child[] = [];

beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), "lifeguard-folder-"));
});

afterEach(async () => {
  for (const child of children.splice(0)) await child.kill();
  await rm(parent, { recursive: true, force: true });
});

const holdLock = (folder: string) => {
  const child = startChild(new URL("hold-lock.ts", import.meta.url), [folder]);
  children.push(child);
  return child;
};

describe("the data folder", () => {
  test("a new folder is private, and what was written is there at the next start", async () => {
    const dataDir = join(parent, "deep", "data");
    await mkdir(join(dataDir, "database.unfinished-1"), { recursive: true });
    await chmod(dataDir, 0o700);
    const first = await openDatabase({ dataDir, log: silentLog });
    await first.kysely.insertInto("notes").values({ name: "a", text: "b" }).execute();
    await first.close();
    const second = await openDatabase({ dataDir, log: silentLog });
    const notes = await second.kysely.selectFrom("notes").select(["name", "text"]).execute();
    await second.close();
    expect(notes).toEqual([{ name: "a", text: "b" }]);
    expect((await stat(dataDir)).mode & 0o777).toBe(0o700);
    expect(await readdir(dataDir)).toEqual(["database"]);
  });

  test("a folder that others can read is refused with the command that mends it", async () => {
    await chmod(parent, 0o750);
    await expect(openDatabase({ dataDir: parent, log: silentLog })).rejects.toThrow(
      new StorageUnusable(
        `Other users of this machine can read the data folder ${parent}. Run: chmod 700 ${parent}`,
      ),
    );
  });

  test.runIf(process.getuid?.() === 0)("a folder of another user is refused", async () => {
    await chown(parent, 65_534, 65_534);
    await expect(openDatabase({ dataDir: parent, log: silentLog })).rejects.toThrow(
      new StorageUnusable(
        `The data folder ${parent} belongs to the user with the number 65534, not to the bot's (0). Run: chown 0 ${parent}`,
      ),
    );
  });

  test("the lock of a living process is not taken however old it is", async () => {
    const holder = holdLock(join(parent, "database"));
    expect(await holder.line()).toBe("held");
    const [claim = ""] = await readdir(parent);
    const longAgo = new Date(Date.now() - 3 * 86_400_000);
    await utimes(join(parent, claim), longAgo, longAgo);
    await expect(lockFolder(join(parent, "database"))).rejects.toThrow(StorageLocked);
  });

  test("a second process is refused within two seconds, and told which process is in the way", async () => {
    const holder = holdLock(join(parent, "database"));
    expect(await holder.line()).toBe("held");
    const before = performance.now();
    const refused = await openDatabase({ dataDir: parent, log: silentLog }).catch(
      (error: unknown) => error,
    );
    expect(performance.now() - before).toBeLessThan(2_000);
    expect(refused).toBeInstanceOf(StorageLocked);
    expect(String(refused)).toContain(`in use by process ${holder.process.pid}.`);
  });

  test("the lock of a process that was killed is taken over", async () => {
    const folder = join(parent, "database");
    const holder = holdLock(folder);
    expect(await holder.line()).toBe("held");
    await holder.kill();
    const unlock = await lockFolder(folder);
    expect(await readdir(parent)).toHaveLength(1);
    await unlock();
    expect(await readdir(parent)).toEqual([]);
  });

  test("the lock of a dead process is taken over when its number belongs to another process now", async () => {
    await writeFile(join(parent, `database.lock-${process.ppid}-12`), "");
    const unlock = await lockFolder(join(parent, "database"));
    await unlock();
    expect(await readdir(parent)).toEqual([]);
  });

  test("one process cannot take its own folder twice", async () => {
    const unlock = await lockFolder(join(parent, "database"));
    await expect(lockFolder(join(parent, "database"))).rejects.toThrow(StorageLocked);
    await unlock();
  });

  test("of processes that start at once at most one gets the folder", async () => {
    const racers = Array.from({ length: 4 }, () => holdLock(join(parent, "database")));
    const answers = await Promise.all(racers.map((racer) => racer.line()));
    expect(answers.filter((answer) => answer === "held").length).toBeLessThanOrEqual(1);
  });
});

import { execFileSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdirSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BotWorld, startBotWorld } from "../support/bot-world.ts";
import { failedStart } from "../support/failed-start.ts";
import { secrets } from "../support/secrets.ts";
import { requestShoes } from "../support/shoes.ts";

const nobody = 65_534;
const isEmbedded = process.env.TEST_DATABASE_URL === undefined;
/** Only root can give a folder away or read as somebody else. */
const mayBecomeNobody = process.getuid?.() === 0 && existsSync("/usr/bin/setpriv");

describe.runIf(isEmbedded)("the data folder of the bot as shipped", () => {
  let parent: string;
  let world: BotWorld;
  let apis = { toloka: "", slack: "" };
  beforeAll(async () => {
    parent = await mkdtemp(join(tmpdir(), "lifeguard-data-"));
    // The way to it is open, so that only the folder itself keeps others out.
    chmodSync(parent, 0o755);
    world = await startBotWorld({
      between: (given) => {
        apis = { ...given };
        return {};
      },
      env: { DATA_DIR: join(parent, "own") },
    });
  });
  afterAll(async () => {
    await world.close();
    await rm(parent, { recursive: true, force: true });
  });

  const startOn = (folder: string) =>
    failedStart({
      SLACK_BOT_TOKEN: secrets.botToken,
      SLACK_SIGNING_SECRET: secrets.signingSecret,
      SLACK_API_URL: apis.slack,
      TOLOKA_SANDBOX_API_KEY: secrets.sandboxKey,
      TOLOKA_SANDBOX_URL: apis.toloka,
      DATA_DIR: folder,
      HEALTH_PORT: "off",
      PORT: "0",
    });

  test("is refused when others may read it, in one line with the command that mends it", async () => {
    const open = join(parent, "open");
    mkdirSync(open);
    chmodSync(open, 0o755);
    const { code, stderr } = await startOn(open);
    expect({ code, lines: stderr.trim().split("\n") }).toEqual({
      code: 1,
      lines: [expect.stringContaining(`can read the data folder ${open}. Run: chmod 700 ${open}`)],
    });
  });

  test.runIf(mayBecomeNobody)("is refused when it belongs to somebody else", async () => {
    const foreign = join(parent, "foreign");
    mkdirSync(foreign, { mode: 0o700 });
    chownSync(foreign, nobody, nobody);
    const { code, stderr } = await startOn(foreign);
    expect({ code, lines: stderr.trim().split("\n") }).toEqual({
      code: 1,
      lines: [expect.stringContaining(`belongs to the user with the number ${nobody}`)],
    });
  });

  test.runIf(mayBecomeNobody)(
    "keeps every file from another user while the bot works",
    async () => {
      await requestShoes(world);
      const own = join(parent, "own");
      const files = execFileSync("find", [own, "-type", "f"], { encoding: "utf8" })
        .trim()
        .split("\n");
      expect(files.length).toBeGreaterThan(100);
      const asNobody = (command: string): string =>
        execFileSync(
          "/usr/bin/setpriv",
          [`--reuid=${nobody}`, `--regid=${nobody}`, "--clear-groups", "sh", "-c", command],
          { encoding: "utf8", maxBuffer: 50_000_000 },
        );
      // The other user can look about here, or the test would show nothing.
      expect(asNobody(`ls ${parent}`)).toContain("own");
      const reached = asNobody(
        `for file in ${files.map((file) => `'${file}'`).join(" ")}; do head -c 1 "$file" >/dev/null 2>&1 && echo "$file"; done; ls ${own} 2>/dev/null; true`,
      );
      expect(reached).toBe("");
    },
  );
});

import { spawn } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readManifest } from "../../emulators/slack/manifest.ts";
import { startSlackServer } from "../../emulators/slack/server.ts";
import { startTolokaServer } from "../../emulators/toloka/server.ts";
import { neededScopes } from "../../src/slack/scopes.ts";
import { manifestText } from "../support/manifest.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

const secrets = {
  SLACK_BOT_TOKEN: "xoxb-doctor-0001-token",
  SLACK_SIGNING_SECRET: "doctor-signing-secret",
  TOLOKA_SANDBOX_API_KEY: "doctor-sandbox-key",
};

/** Runs the doctor with these settings and no others. */
const doctor = (env: { readonly [name: string]: string }) =>
  new Promise<{ code: number | null; lines: string[] }>((resolve, reject) => {
    const child = spawn(process.execPath, ["src/doctor.ts"], { cwd: root, env });
    let text = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (piece: string) => {
        text += piece;
      });
    }
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, lines: text.trim().split("\n") }));
  });

describe("the doctor", () => {
  let folder: string;
  let good: { readonly [name: string]: string };
  let close = async (): Promise<void> => {};
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lifeguard-doctor-"));
    const sandbox = await startTolokaServer({ apiKey: secrets.TOLOKA_SANDBOX_API_KEY });
    const manifest = readManifest(manifestText());
    const workspace = await startSlackServer({
      botToken: secrets.SLACK_BOT_TOKEN,
      signingSecret: secrets.SLACK_SIGNING_SECRET,
      manifest: {
        ...manifest,
        scopes: manifest.scopes.filter((scope) => scope !== "files:write"),
      },
    });
    const whole = await startSlackServer({
      botToken: secrets.SLACK_BOT_TOKEN,
      signingSecret: secrets.SLACK_SIGNING_SECRET,
      manifest,
    });
    good = {
      ...secrets,
      SLACK_API_URL: whole.api,
      DATA_DIR: join(folder, "db"),
      TOLOKA_SANDBOX_URL: sandbox.api,
      TOLOKA_SANDBOX_AUTH: "ApiKey",
    };
    poor = workspace.api;
    close = async () => {
      await workspace.close();
      await whole.close();
      await sandbox.close();
    };
  });
  let poor = "";
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });

  test("finds everything in order, one line each", async () => {
    const { code, lines } = await doctor(good);
    expect(lines.map((line) => line.replace(/\d[\d.]*/gu, "N"))).toEqual([
      "ok    Node: version N",
      "ok    Slack bot token: the token is good and has all scopes",
      "ok    Toloka sandbox: the key is good",
      "ok    Clock beside Toloka sandbox: N s apart",
      "ok    Toloka production: no key, so it is refused everywhere",
      "ok    Policy: no file: only the sandbox can be opened",
      "ok    Disk: N MB free",
      "ok    Database: none yet; the first start makes it",
    ]);
    expect(code).toBe(0);
  });

  test("names all that is wrong at once, fails, and shows no secret", async () => {
    const file = join(folder, "policy.yml");
    await writeFile(file, "approvers: nobody-knows\n");
    const wrong = {
      ...good,
      SLACK_API_URL: poor,
      TOLOKA_SANDBOX_API_KEY: "another-secret-key",
      POLICY_FILE: file,
      DATABASE_URL: "postgres://me:secret-word@127.0.0.1:9/none",
      DATA_DIR: "",
    };
    const { code, lines } = await doctor(wrong);
    const failed = lines.filter((line) => line.startsWith("FAIL"));
    expect(code).toBe(1);
    expect(failed.map((line) => line.slice(6))).toEqual([
      "Slack bot token: the token is good, but these scopes are missing: files:write",
      "Toloka sandbox: Toloka does not take the key (401)",
      "Clock beside Toloka sandbox: unknown: there was no good answer",
      expect.stringContaining("Policy: The policy in"),
      "Database: Postgres cannot be used (ECONNREFUSED)",
    ]);
    for (const secret of [...Object.values(secrets), "another-secret", "secret-word"]) {
      expect(lines.join("\n")).not.toContain(secret);
    }
  });

  test("tells a token that Slack does not take", async () => {
    const { code, lines } = await doctor({ ...good, SLACK_BOT_TOKEN: "xoxb-of-somebody-else" });
    expect([code, lines[1]]).toEqual([1, "FAIL  Slack bot token: Slack answered invalid_auth"]);
  });

  test("asks for the scopes of the manifest", () => {
    expect([...neededScopes].toSorted()).toEqual(
      [...readManifest(manifestText()).scopes].toSorted(),
    );
  });
});

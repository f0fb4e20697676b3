import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createSlackControl, type SlackControl } from "../../emulators/slack/control-client.ts";
import { readManifest } from "../../emulators/slack/manifest.ts";
import { startSlackServer } from "../../emulators/slack/server.ts";
import { createTolokaControl, type TolokaControl } from "../../emulators/toloka/control-client.ts";
import { startTolokaServer } from "../../emulators/toloka/server.ts";
import { type FailedStart, failedStart } from "../support/failed-start.ts";
import { manifestText } from "../support/manifest.ts";
import { wrongPolicies, wrongStarts } from "./wrong/settings.ts";

const secrets = {
  SLACK_BOT_TOKEN: "xoxb-settings-0001-token",
  SLACK_SIGNING_SECRET: "settings-signing-secret",
  TOLOKA_SANDBOX_API_KEY: "settings-sandbox-key",
};

describe("a start with wrong settings ends with words that name the setting", () => {
  let folder: string;
  let good: { readonly [name: string]: string };
  let toloka: TolokaControl;
  let slack: SlackControl;
  let close = async (): Promise<void> => {};
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "lifeguard-settings-"));
    const sandbox = await startTolokaServer({ apiKey: secrets.TOLOKA_SANDBOX_API_KEY });
    const workspace = await startSlackServer({
      botToken: secrets.SLACK_BOT_TOKEN,
      signingSecret: secrets.SLACK_SIGNING_SECRET,
      manifest: readManifest(manifestText()),
    });
    toloka = createTolokaControl(sandbox.url);
    slack = createSlackControl(workspace.url);
    good = {
      ...secrets,
      SLACK_API_URL: workspace.api,
      PORT: "0",
      DATA_DIR: join(folder, "db"),
      TOLOKA_SANDBOX_URL: sandbox.api,
      TOLOKA_SANDBOX_AUTH: "ApiKey",
      LOG_LEVEL: "silent",
    };
    close = async () => {
      await workspace.close();
      await sandbox.close();
    };
  });
  afterAll(async () => {
    await close();
    await rm(folder, { recursive: true, force: true });
  });

  describe.each(wrongStarts())("with others", (...start) => {
    let ended: FailedStart;
    beforeAll(async () => {
      const settings = Object.assign({}, ...start.map((wrong) => wrong.settings));
      ended = await failedStart({ ...good, ...settings });
    });

    test.each(start)("$complaint", ({ complaint }) => {
      const [heading, ...lines] = ended.stderr.split("\n");
      const complaints = lines.filter((line) => line.startsWith("  "));
      expect([ended.code, heading, complaints.length]).toEqual([
        1,
        "The settings are not right:",
        start.length,
      ]);
      expect(complaints).toContain(`  ${complaint}`);
    });
  });

  test("a policy file that is not there", async () => {
    expect(await failedStart({ ...good, POLICY_FILE: "/nowhere/policy.yml" })).toEqual({
      code: 1,
      stderr:
        'The settings are not right:\n  POLICY_FILE: got "/nowhere/policy.yml" (ENOENT); expected a file that can be read\n',
    });
  });

  test.each(wrongPolicies)("a policy file with $what", async ({ text, complaint }) => {
    const path = join(folder, "policy.yml");
    await writeFile(path, text);
    expect(await failedStart({ ...good, POLICY_FILE: path })).toEqual({
      code: 1,
      stderr: `The policy in ${path} is not right:\n  ${complaint}\n`,
    });
  });

  test("a wrong token is not shown", async () => {
    const { code, stderr } = await failedStart({ ...good, SLACK_BOT_TOKEN: "hush-hush-token" });
    expect([code, stderr.includes("SLACK_BOT_TOKEN"), stderr.includes("hush-token")]).toEqual([
      1,
      true,
      false,
    ]);
  });

  test("without Slack's tokens the demo is named", async () => {
    const { code, stderr } = await failedStart({});
    expect(code).toBe(1);
    expect(stderr).toContain("To try it without Slack and Toloka: npm run demo");
  });

  test("all of these ended before a word was said to Slack or Toloka", async () => {
    expect([await toloka.ledger(), await slack.entries("api")]).toEqual([[], []]);
  });

  test("an app token that Slack does not take is told as the app token's fault", async () => {
    const ended = await failedStart({ ...good, SLACK_APP_TOKEN: "xapp-of-another-app" });
    expect(ended).toEqual({
      code: 1,
      stderr:
        "Lifeguard cannot start. SLACK_APP_TOKEN: Slack does not take this token for Socket Mode (invalid_auth).\n",
    });
  });

  test("a token that Slack does not take is told as the token's fault", async () => {
    expect(await failedStart({ ...good, SLACK_BOT_TOKEN: "xoxb-of-somebody-else" })).toEqual({
      code: 1,
      stderr:
        "Lifeguard cannot start. SLACK_BOT_TOKEN: Slack does not take this token (invalid_auth).\n",
    });
  });

  test("an address where nobody answers is told as the address's fault", async () => {
    expect(await failedStart({ ...good, SLACK_API_URL: "http://127.0.0.1:9/api/" })).toEqual({
      code: 1,
      stderr:
        "Lifeguard cannot start. SLACK_API_URL: Slack gave no usable answer there (no_answer).\n",
    });
  });

  test("a port that is taken is told as the port's fault", async () => {
    const taken = createServer().listen(0);
    try {
      const address = taken.address();
      const port = typeof address === "object" && address !== null ? String(address.port) : "";
      expect(await failedStart({ ...good, PORT: port })).toEqual({
        code: 1,
        stderr:
          "Lifeguard cannot start. PORT: it cannot be listened on (EADDRINUSE). Is the bot running already?\n",
      });
    } finally {
      taken.close();
    }
  });
});

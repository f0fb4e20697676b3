import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createSlackControl } from "../../../emulators/slack/control-client.ts";

const folder = mkdtempSync(join(tmpdir(), "slack-stand-in-"));
let child: ChildProcess | undefined;

afterEach(() => {
  child?.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
});

function start(...args: string[]): ChildProcess {
  const main = join(import.meta.dirname, "../../../emulators/slack/main.ts");
  child = spawn(process.execPath, [main, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  return child;
}

/** All that a stream of the process says, as text chunks. */
async function firstChunk(stream: NodeJS.ReadableStream | null): Promise<string> {
  if (stream === null) throw new Error("the stream is not piped");
  const [chunk] = await once(stream, "data");
  return String(chunk);
}

const readySchema = z.strictObject({
  service: z.literal("slack"),
  url: z.url(),
  api: z.url(),
  control: z.url(),
});

describe("the command line", () => {
  test("starts from a manifest on a free port, writes its ledger and ends on SIGTERM", async () => {
    const manifest = join(folder, "manifest.yml");
    const ledger = join(folder, "ledger.jsonl");
    writeFileSync(
      manifest,
      `features:
  slash_commands:
    - command: /toloka
oauth_config:
  scopes:
    bot: [commands, chat:write]
`,
    );
    const started = start(
      ...["--bot-token", "xoxb-1", "--signing-secret", "s"],
      ...["--manifest", manifest, "--ledger", ledger],
    );
    const ready = readySchema.parse(JSON.parse(await firstChunk(started.stdout)));
    const rita = createSlackControl(ready.url).as("rita");
    const unknown = await rita.command("#labelling", "/other");
    const known = await rita.command("#labelling", "/toloka help");
    const call = await fetch(`${ready.api}users.info`, {
      method: "POST",
      headers: { authorization: "Bearer xoxb-1" },
    });
    started.kill("SIGTERM");
    const [code] = await once(started, "exit");
    const lines = readFileSync(ledger, "utf8").trim().split("\n");
    expect({
      unknown: unknown.reason,
      known: known.status,
      call: await call.json(),
      code,
      kinds: lines.map((line) => z.looseObject({ kind: z.string() }).parse(JSON.parse(line)).kind),
    }).toEqual({
      unknown: "unknown command",
      known: "unreachable",
      call: {
        ok: false,
        error: "missing_scope",
        needed: "users:read",
        provided: "commands,chat:write",
      },
      code: 0,
      kinds: ["delivery", "api"],
    });
  });

  test("says what is missing and ends with 2", async () => {
    const started = start("--signing-secret", "s");
    const said = await firstChunk(started.stderr);
    const [code] = await once(started, "exit");
    expect([said.split("\n")[0], code]).toEqual(["--bot-token is missing", 2]);
  });
});

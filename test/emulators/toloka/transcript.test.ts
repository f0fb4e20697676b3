import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";

const root = fileURLToPath(new URL("../../../", import.meta.url));
const page = readFileSync(`${root}docs/toloka-emulator.md`, "utf8");
const PRINTED = "http://127.0.0.1:8080";
const KEY = "PlaceYourRealApiKey_Here";

const scriptsSchema = z.object({ scripts: z.object({ "emulator:toloka": z.string() }) });
const readySchema = z.object({ url: z.string() });
const answerSchema = z.looseObject({
  id: z.string().optional(),
  status: z.string().optional(),
  type: z.string().optional(),
  items: z.record(z.string(), z.unknown()).optional(),
});

/** The commands of the page, in order. */
const commands = [...page.matchAll(/```sh\n(.*?)\n```/gs)].map((match) => match[1] ?? "");

let child: ChildProcess;
let url = "";

beforeAll(async () => {
  const read = scriptsSchema.parse(JSON.parse(readFileSync(`${root}package.json`, "utf8")));
  const [, file = ""] = read.scripts["emulator:toloka"].split(" ");
  // Alone: no variables of this process, no folder of its own.
  child = spawn(process.execPath, [`${root}${file}`, "--port", "0", "--api-key", KEY], {
    env: {},
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const chunk of child.stdout ?? []) {
    url = readySchema.parse(JSON.parse(String(chunk))).url;
    break;
  }
});

afterAll(async () => {
  if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit");
});

const hasCurl = spawnSync("curl", ["--version"]).status === 0;

/** Runs a command as a person does who pastes it; without curl its words are sent by `fetch`. */
async function run(command: string): Promise<z.output<typeof answerSchema>> {
  const text = hasCurl
    ? (await promisify(execFile)("sh", ["-c", command.replace("curl", "curl --silent")])).stdout
    : await fetched(command);
  return answerSchema.parse(JSON.parse(text));
}

async function fetched(command: string): Promise<string> {
  const address = /'(http[^']*)'/.exec(command)?.[1] ?? "";
  const headers = [...command.matchAll(/-H '([^:]+): ([^']*)'/g)].map((match): [string, string] => [
    match[1] ?? "",
    match[2] ?? "",
  ]);
  const body = /-d '(.*)'$/s.exec(command)?.[1];
  const method = /-X (\w+)/.exec(command)?.[1] ?? "GET";
  const init = { method, headers, ...(body === undefined ? {} : { body }) };
  return (await fetch(address, init)).text();
}

test("the quick start works as printed, with nothing but the base URL replaced", async () => {
  expect(commands.map((command) => command.split("\n")[0])).toEqual([
    `curl -X POST '${PRINTED}/api/v1/projects' \\`,
    `curl -X POST '${PRINTED}/api/v1/pools' \\`,
    `curl -X POST '${PRINTED}/api/v1/tasks' \\`,
    `curl -X POST '${PRINTED}/api/v1/pools/36500001/open' \\`,
  ]);
  const answers = [];
  for (const command of commands) answers.push(await run(command.replace(PRINTED, url)));
  const [project, pool, tasks, opening] = answers;
  expect([project?.id, pool?.id, Object.keys(tasks?.items ?? {}), opening?.type]).toEqual([
    "83001",
    "36500001",
    ["0", "1", "2"],
    "POOL.OPEN",
  ]);
  await fetch(`${url}/_control/clock/advance`, { method: "POST", body: '{"seconds": 5}' });
  const read = await fetch(`${url}/api/v1/pools/36500001`, {
    headers: { authorization: `ApiKey ${KEY}` },
  });
  expect(answerSchema.parse(await read.json()).status).toBe("OPEN");
});

test("every address of the help page stands in the document", async () => {
  const help = await (await fetch(url)).text();
  const addresses = [...help.matchAll(/<code>(?:[A-Z, ]+ )?(\/_control[^<]*)/g)].map(
    (match) => (match[1] ?? "").split("?")[0] ?? "",
  );
  const missing = addresses.filter(
    (address) => !page.includes(address.split(",")[0] ?? "") && address !== "/_control/health",
  );
  expect([addresses.length > 20, missing]).toEqual([true, []]);
});

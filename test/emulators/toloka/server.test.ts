import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { createTolokaControl } from "../../../emulators/toloka/control-client.ts";
import { startTolokaServer } from "../../../emulators/toloka/server.ts";

const MAIN = fileURLToPath(new URL("../../../emulators/toloka/main.ts", import.meta.url));
const cleanups: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const cleanup of cleanups.splice(0)) await cleanup();
});

function start(...args: string[]): ChildProcess {
  const child = spawn(process.execPath, [MAIN, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  cleanups.push(async () => {
    if (child.exitCode === null && child.kill("SIGKILL")) await once(child, "exit");
  });
  return child;
}

async function firstLine(child: ChildProcess, stream: "stdout" | "stderr"): Promise<string> {
  let text = "";
  for await (const chunk of child[stream] ?? []) {
    text += String(chunk);
    if (text.includes("\n")) break;
  }
  return text.split("\n")[0] ?? "";
}

async function server() {
  const running = await startTolokaServer({ apiKey: "k" });
  cleanups.push(running.close);
  return { ...running, control: createTolokaControl(running.url) };
}

async function ask(api: string, ms = 2000): Promise<string> {
  try {
    const headers = { authorization: "ApiKey k" };
    const signal = AbortSignal.timeout(ms);
    const response = await fetch(`${api}/v1/requester`, { headers, signal });
    await response.text();
    return String(response.status);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return error.name === "TimeoutError" ? "timeout" : "reset";
  }
}

test("the command says where it listens, serves, and ends with 0 on SIGTERM", async () => {
  const child = start("--port", "0", "--api-key", "secret", "--balance", "12.5");
  const ready: unknown = JSON.parse(await firstLine(child, "stdout"));
  expect(ready).toEqual({
    service: "toloka",
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    api: expect.stringMatching(/\/api$/),
    apiKey: "secret",
  });
  const { api } = Object(ready);
  const headers = { authorization: "ApiKey secret" };
  const answer = await fetch(`${String(api)}/v1/requester`, { headers });
  expect(await answer.json()).toMatchObject({ balance: 12.5 });
  const hanging = createTolokaControl(String(Object(ready).url));
  await hanging.addFault({ route: "GET /requester", kind: "timeout-before" });
  const held = fetch(`${String(api)}/v1/requester`, { headers }).catch(() => "cut");
  await expect.poll(async () => (await hanging.ledger()).length).toBe(2);
  child.kill("SIGTERM");
  const [code] = await once(child, "exit");
  expect([code, await held]).toEqual([0, "cut"]);
});

test("wrong arguments are named and end with 2", async () => {
  const child = start("--port", "many");
  const [text, [code]] = await Promise.all([firstLine(child, "stderr"), once(child, "exit")]);
  expect({ text, code }).toEqual({ text: "--port: expects a whole number", code: 2 });
});

test("the virtual time replaces the server's own Date header", async () => {
  const { api, control } = await server();
  await control.advance({ seconds: 365 * 24 * 3600 });
  const response = await fetch(`${api}/v1/nothing`);
  const ahead = Date.parse(response.headers.get("date") ?? "") - Date.now();
  expect(Math.round(ahead / (24 * 3600 * 1000))).toBe(365);
});

test("sockets are cut or held, and the next request is served", async () => {
  const { api, control } = await server();
  const seen: string[] = [];
  for (const kind of ["reset-before", "reset-after", "timeout-before", "timeout-after"] as const) {
    await control.addFault({ route: "GET /requester", kind, times: 1 });
    seen.push(await ask(api, kind.startsWith("timeout") ? 80 : 2000), await ask(api));
  }
  expect(seen).toEqual(["reset", "200", "reset", "200", "timeout", "200", "timeout", "200"]);
});

test("a late effect waits until the client has given up", async () => {
  const { api, control } = await server();
  const fault = { route: "GET /requester", kind: "timeout-after", lateMs: 20, times: 1 } as const;
  await control.addFault(fault);
  expect(await ask(api, 80)).toBe("timeout");
  await expect.poll(async () => (await control.outside()).length).toBe(1);
});

test("the page at the root names the control API", async () => {
  const { url } = await server();
  expect(await (await fetch(url)).text()).toContain("/_control/ledger");
});

import { readFileSync } from "node:fs";
import {
  createTolokaControl,
  type TolokaControl,
} from "../../../emulators/toloka/control-client.ts";
import { createTolokaEmulator, type TolokaEmulator } from "../../../emulators/toloka/emulator.ts";
import { isObject, type JsonObject } from "../../../emulators/toloka/json.ts";
import type { EmulatorOptions } from "../../../emulators/toloka/settings.ts";

/** An answer with its body parsed. */
export type Reply = { status: number; body: JsonObject; text: string; headers: Headers };

/** A stand-in in memory with the calls that tests make. */
export type Account = {
  emulator: TolokaEmulator;
  control: TolokaControl;
  send(method: string, path: string, body?: unknown, headers?: object): Promise<Reply>;
  project(changes?: JsonObject): Promise<string>;
  pool(projectId: string, changes?: JsonObject): Promise<string>;
  /** A pool of the quick start with one task. */
  filledPool(changes?: JsonObject): Promise<string>;
  task(poolId: string, changes?: JsonObject): JsonObject;
};

const KEY = "test-key";
const BASE = "http://toloka.test";

/** A fresh account; dates in fixtures are far enough in the future. */
export function createAccount(options: Partial<EmulatorOptions> = {}): Account {
  const emulator = createTolokaEmulator({ apiKey: KEY, ...options });
  const control = createTolokaControl(BASE, (request) => emulator.fetch(request));

  const account: Account = {
    emulator,
    control,
    async send(method, path, body, headers = {}) {
      const response = await emulator.fetch(`${BASE}/api/v1${path}`, {
        method,
        headers: {
          authorization: `ApiKey ${KEY}`,
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      const text = await response.text();
      return { status: response.status, body: bodyOf(text), text, headers: response.headers };
    },
    async project(changes = {}) {
      const reply = await account.send("POST", "/projects", {
        ...fixture("quickstart.project.create.req.json"),
        ...changes,
      });
      return idOf(reply);
    },
    async pool(projectId, changes = {}) {
      return idOf(await account.send("POST", "/pools", poolBody(projectId, changes)));
    },
    async filledPool(changes = {}) {
      const poolId = await account.pool(await account.project(), changes);
      await account.send("POST", "/tasks", account.task(poolId));
      return poolId;
    },
    task: (poolId, changes = {}) => ({
      pool_id: poolId,
      overlap: 2,
      input_values: { image: "https://example.com/image_1.jpg" },
      ...changes,
    }),
  };
  return account;
}

/** The quick start's pool in a project. */
export function poolBody(projectId: string, changes: JsonObject = {}): JsonObject {
  return {
    ...fixture("quickstart.pool.create.req.json"),
    project_id: projectId,
    will_expire: "2099-01-01T00:00:00",
    ...changes,
  };
}

/** A recorded body. */
export function fixture(name: string): JsonObject {
  const value: unknown = JSON.parse(fixtureText(name));
  if (!isObject(value)) throw new Error(`${name} holds no object`);
  return value;
}

/** A recorded body as text. */
export function fixtureText(name: string): string {
  return readFileSync(new URL(`fixtures/${name}`, import.meta.url), "utf8");
}

/** The id of a created thing. */
export function idOf(reply: Reply): string {
  const { id } = reply.body;
  if (reply.status >= 300 || typeof id !== "string") {
    throw new Error(`no id in ${reply.status} ${reply.text}`);
  }
  return id;
}

/** The wrong fields of a refusal as `path: CODE`, sorted. */
export function fieldCodes(reply: Reply): string[] {
  const { payload } = reply.body;
  const entries = Object.entries(isObject(payload) ? payload : {});
  return entries
    .map(([path, error]) => `${path}: ${isObject(error) ? String(error.code) : "?"}`)
    .sort();
}

function bodyOf(text: string): JsonObject {
  if (!text.startsWith("{")) return {};
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}

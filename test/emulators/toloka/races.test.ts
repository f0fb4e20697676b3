import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createTolokaControl } from "../../../emulators/toloka/control-client.ts";
import { isObject, type JsonObject } from "../../../emulators/toloka/json.ts";
import { startTolokaServer, type TolokaServer } from "../../../emulators/toloka/server.ts";
import { fixture, poolBody } from "./account.ts";

const ACTIONS = ["open", "close", "close-for-update", "archive"] as const;
type Action = (typeof ACTIONS)[number];
const STATES = ["closed", "open", "updating", "archived"] as const;
type State = (typeof STATES)[number];

/** The state machine of a pool as documented: what each action answers, and where it leads. */
const MACHINE: { readonly [state in State]: { readonly [action in Action]: [number, State] } } = {
  closed: {
    open: [202, "open"],
    close: [204, "closed"],
    "close-for-update": [204, "closed"],
    archive: [202, "archived"],
  },
  open: {
    open: [204, "open"],
    close: [202, "closed"],
    "close-for-update": [202, "updating"],
    archive: [409, "open"],
  },
  updating: {
    open: [202, "open"],
    close: [202, "closed"],
    "close-for-update": [204, "updating"],
    archive: [202, "archived"],
  },
  archived: {
    open: [409, "archived"],
    close: [409, "archived"],
    "close-for-update": [409, "archived"],
    archive: [204, "archived"],
  },
};

const WAYS: { readonly [state in State]: readonly Action[] } = {
  closed: [],
  open: ["open"],
  updating: ["open", "close-for-update"],
  archived: ["archive"],
};

/** What one action after the other brings; a running operation refuses the second. */
function afterBoth(from: State, first: Action, second: Action, isSlow: boolean) {
  const [status, between] = MACHINE[from][first];
  if (isSlow && status === 202) return { [first]: 202, second: 409, end: between };
  const [other, end] = MACHINE[between][second];
  return { [first]: status, second: other, end };
}

let server: TolokaServer;
beforeAll(async () => {
  server = await startTolokaServer({ apiKey: "test-key", operationDelayMs: 0 });
});
afterAll(() => server.close());

async function send(method: string, path: string, body?: unknown) {
  const answer = await fetch(`${server.api}/v1${path}`, {
    method,
    headers: { authorization: "ApiKey test-key", "content-type": "application/json" },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await answer.text();
  const read: unknown = text === "" ? {} : JSON.parse(text);
  return { status: answer.status, body: isObject(read) ? read : ({} satisfies JsonObject) };
}

async function poolIn(projectId: string, state: State): Promise<string> {
  const poolId = String((await send("POST", "/pools", poolBody(projectId))).body.id);
  const input_values = { image: "https://example.com/1.jpg" };
  await send("POST", "/tasks", { pool_id: poolId, overlap: 1, input_values });
  for (const action of WAYS[state]) await send("POST", `/pools/${poolId}/${action}`);
  return poolId;
}

async function stateOf(poolId: string): Promise<State> {
  const { status, last_close_reason: reason } = (await send("GET", `/pools/${poolId}`)).body;
  if (status === "OPEN") return "open";
  if (status === "ARCHIVED") return "archived";
  return reason === "FOR_UPDATE" ? "updating" : "closed";
}

describe.each([
  ["operations that end at once", 0],
  ["operations that take their time", 60_000],
])("two requests at the same time, %s", (_name, operationDelayMs) => {
  test.each(STATES)("end as the state machine allows, from %s", async (from) => {
    const control = createTolokaControl(server.url, fetch);
    const project = await send("POST", "/projects", fixture("quickstart.project.create.req.json"));
    for (const one of ACTIONS) {
      for (const other of ACTIONS) {
        await control.changeSettings({ operationDelayMs: 0 });
        const poolId = await poolIn(String(project.body.id), from);
        await control.changeSettings({ operationDelayMs });
        const [first, second] = await Promise.all(
          [one, other].map(
            async (action) => (await send("POST", `/pools/${poolId}/${action}`)).status,
          ),
        );
        await control.advance({ ms: operationDelayMs });
        const end = await stateOf(poolId);
        const isSlow = operationDelayMs > 0;
        const inOrder = afterBoth(from, one, other, isSlow);
        const reversed = afterBoth(from, other, one, isSlow);
        const allowed = [
          [inOrder[one], inOrder.second, inOrder.end],
          [reversed.second, reversed[other], reversed.end],
        ];
        expect(allowed, `${one} and ${other}`).toContainEqual([first, second, end]);
      }
    }
  });
});

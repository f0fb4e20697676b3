import { createServer, type Server } from "node:http";
import { afterEach, describe, expect, test } from "vitest";
import { createTolokaControl } from "../../../emulators/toloka/control-client.ts";
import { startTolokaServer } from "../../../emulators/toloka/server.ts";
import { createAccount, fieldCodes, fixtureText, poolBody } from "./account.ts";
import { subscribe, subscribed } from "./subscriber.ts";

const URL_HOOK = "https://example.com/toloka-webhook";
const HEX = /^[0-9a-f]{24}$/;

describe("one subscription", () => {
  test("is made, read, listed and deleted; its secret is never told", async () => {
    const account = createAccount({ realNow: () => Date.parse("2030-01-01T00:00:00Z") });
    const poolId = await account.filledPool();
    const body = { pool_id: poolId, event_type: "POOL_CLOSED", webhook_url: URL_HOOK };
    const made = await account.send("PUT", "/webhook-subscriptions/", {
      ...body,
      secret_key: "12345",
    });
    const id = String(made.body.id);
    const read = await account.send("GET", `/webhook-subscriptions/${id}`);
    const list = await account.send("GET", "/webhook-subscriptions/");
    const gone = await account.send("DELETE", `/webhook-subscriptions/${id}`);
    const again = await account.send("DELETE", `/webhook-subscriptions/${id}`);
    expect([made.status, made.body]).toEqual([
      201,
      { ...body, id: expect.stringMatching(HEX), created: "2030-01-01T00:00:00.000Z" },
    ]);
    expect([read.body, list.body]).toEqual([made.body, { items: [made.body], has_more: false }]);
    expect([gone.status, gone.text, again.status, again.body.code]).toEqual([
      204,
      "",
      404,
      "DOES_NOT_EXIST",
    ]);
  });

  test("takes the place of the one for the same pool and event", async () => {
    const account = createAccount();
    const poolId = await account.filledPool();
    const body = { pool_id: Number(poolId), event_type: "POOL_CLOSED", webhook_url: URL_HOOK };
    const first = await account.send("PUT", "/webhook-subscriptions", body);
    const second = await account.send("PUT", "/webhook-subscriptions", {
      ...body,
      webhook_url: "http://other.example/hook",
    });
    expect([first.status, second.status, second.body]).toEqual([
      201,
      200,
      { ...first.body, webhook_url: "http://other.example/hook" },
    ]);
  });

  test("must say where, what and of which pool", async () => {
    const account = createAccount();
    const none = await account.send("PUT", "/webhook-subscriptions", {});
    const wrong = await account.send("PUT", "/webhook-subscriptions", {
      pool_id: "1",
      event_type: "TEST_EVENT",
      webhook_url: "example.com",
      secret_key: 5,
    });
    const empty = await account.send("PUT", "/webhook-subscriptions");
    const text = await account.send("PUT", "/webhook-subscriptions", "all of them");
    expect([none, wrong, empty, text].map((reply) => [reply.status, fieldCodes(reply)])).toEqual([
      [
        400,
        ["event_type: VALUE_REQUIRED", "pool_id: VALUE_REQUIRED", "webhook_url: VALUE_REQUIRED"],
      ],
      [
        400,
        [
          "event_type: UNKNOWN_ENUM_VALUE",
          "pool_id: ENTITY_DOES_NOT_EXIST",
          "secret_key: STRING_EXPECTED",
          "webhook_url: INVALID_URL_SYNTAX",
        ],
      ],
      [400, ["body: NOT_NULL_BODY"]],
      [400, ["body: OBJECT_EXPECTED"]],
    ]);
  });
});

test("of an array the good subscriptions are made and the others named, as was recorded", async () => {
  const account = createAccount();
  const poolId = await account.filledPool();
  const recorded: unknown = JSON.parse(
    fixtureText("webhook-subscriptions.put.req.kit-multiple.json").replaceAll("121212", poolId),
  );
  const reply = await account.send("PUT", "/webhook-subscriptions", recorded);
  const again = await account.send("PUT", "/webhook-subscriptions", recorded);
  const made = (eventType: string): object => ({
    id: expect.stringMatching(HEX),
    created: expect.any(String),
    pool_id: poolId,
    event_type: eventType,
    webhook_url: "https://awesome-requester.com/toloka-webhook",
  });
  expect([reply.status, reply.body]).toEqual([
    201,
    {
      items: { 0: made("ASSIGNMENT_CREATED"), 1: made("POOL_CLOSED") },
      validation_errors: {
        2: {
          webhook_url: {
            code: "VALUE_REQUIRED",
            message: "Value must be present and not equal to null",
          },
        },
      },
    },
  ]);
  expect([again.status, again.body]).toEqual([200, reply.body]);
});

test("subscriptions are found by pool and event, in order and by moment", async () => {
  const account = createAccount();
  const [first, second] = [await account.filledPool(), await account.filledPool()];
  await subscribe(account, first, "POOL_CLOSED");
  await account.control.advance({ seconds: 60 });
  const later = await subscribe(account, second, "POOL_CLOSED");
  await subscribe(account, second, "ASSIGNMENT_CREATED");
  const find = async (query: string): Promise<unknown> => {
    const { body } = await account.send("GET", `/webhook-subscriptions?${query}`);
    return Array.isArray(body.items) ? body.items.map((one) => one.id) : body.payload;
  };
  expect(await find(`pool_id=${second}&event_type=POOL_CLOSED`)).toEqual([later]);
  expect(await find("event_type=POOL_CLOSED&sort=-created&limit=1")).toEqual([later]);
  const { created } = (await account.send("GET", `/webhook-subscriptions/${later}`)).body;
  expect(await find(`created_lt=${String(created)}&sort=id`)).toHaveLength(1);
  expect(await find("event_type=NEWS")).toMatchObject({
    event_type: { code: "UNKNOWN_ENUM_VALUE" },
  });
});

test("a trial tells what the subscriber answered and is sent once, whatever it is", async () => {
  const { account, received, statuses } = subscribed();
  const poolId = await account.filledPool();
  const id = await subscribe(account, poolId, "POOL_CLOSED");
  statuses.push(200, 418, new TypeError("fetch failed"), new DOMException("", "TimeoutError"));
  const answers: unknown[] = [];
  for (let trial = 0; trial < 4; trial += 1) {
    const { status, body } = await account.send("POST", `/webhook-subscriptions/${id}/test`);
    const uuids = [received[trial]?.events[0]?.uuid];
    const { responseReceivedAt, ...rest } = body;
    expect([responseReceivedAt, rest.uuids]).toEqual(["2000-01-01T12:00:00.000", uuids]);
    answers.push([status, rest.success, rest.errorType, rest.originalStatusCode]);
  }
  const unknown = await account.send("POST", "/webhook-subscriptions/none/test");
  expect(answers).toEqual([
    [201, true, undefined, undefined],
    [201, false, "WRONG_STATUS_CODE", 418],
    [201, false, "CONNECTION_ERROR", undefined],
    [201, false, "REQUEST_TIMEOUT", undefined],
  ]);
  expect(received.map(({ events }) => events.map(({ type }) => type))).toEqual(
    new Array(4).fill(["TEST_EVENT"]),
  );
  expect(unknown.status).toBe(404);
});

describe("over sockets", () => {
  let subscriber: Server | undefined;
  afterEach(() => {
    subscriber?.close();
  });

  test("an event that nobody asked for at that moment still arrives", async () => {
    const arrived = Promise.withResolvers<string>();
    const server = createServer((request, response) => {
      request.on("data", (data) => arrived.resolve(String(data)));
      request.on("end", () => response.end());
    });
    subscriber = server;
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" ? address?.port : undefined;
    const toloka = await startTolokaServer({ apiKey: "k" });
    const send = async (method: string, path: string, body: unknown): Promise<unknown> => {
      const response = await fetch(`${toloka.api}/v1${path}`, {
        method,
        headers: { authorization: "ApiKey k", "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      return Object(await response.json()).id;
    };
    const project: unknown = JSON.parse(fixtureText("quickstart.project.create.req.json"));
    const projectId = await send("POST", "/projects", project);
    const soon = new Date(Date.now() + 3_600_000).toISOString();
    const pool = poolBody(String(projectId), { will_expire: soon });
    const poolId = await send("POST", "/pools", pool);
    await send("PUT", "/webhook-subscriptions", {
      pool_id: poolId,
      event_type: "POOL_CLOSED",
      webhook_url: `http://127.0.0.1:${port}/hook`,
    });
    const control = createTolokaControl(toloka.url);
    await control.openOutside(String(poolId));
    await control.run(36_000);
    expect(await arrived.promise).toContain('"close_reason":"EXPIRED"');
    await toloka.close();
  });
});

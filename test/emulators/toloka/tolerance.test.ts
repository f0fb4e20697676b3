import { Agent, request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { startTolokaServer, type TolokaServer } from "../../../emulators/toloka/server.ts";
import { createAccount, fixture, idOf, poolBody } from "./account.ts";

describe("what real clients send is taken", () => {
  test.each([
    ["ApiKey test-key", 200],
    ["OAuth test-key", 200],
    ["ApiKey   test-key ", 200],
    ["Bearer test-key", 401],
    ["test-key", 401],
    ["ApiKey other-key", 401],
  ])("the authorization %j is answered with %i", async (authorization, status) => {
    const { send } = createAccount();
    const reply = await send("GET", "/requester", undefined, { authorization });
    expect(reply.status).toBe(status);
  });

  const json = { "content-type": "application/json" };

  test.each<[string, string | undefined, Record<string, string>]>([
    ["no body and no content type", undefined, {}],
    ["a content type without a body", undefined, json],
    ["an empty body", "", json],
    ["an empty object", "{}", json],
    ["null", "null", { "content-type": "application/json; charset=UTF-8" }],
  ])("a pool is opened, closed and archived with %s", async (_, body, headers) => {
    const { emulator, filledPool } = createAccount();
    const poolId = await filledPool();
    const statuses = [];
    for (const action of ["open", "close", "clone", "archive", "archive/"]) {
      const answer = await emulator.fetch(`http://toloka.test/api/v1/pools/${poolId}/${action}`, {
        method: "POST",
        headers: { authorization: "ApiKey test-key", ...headers },
        ...(body === undefined ? {} : { body }),
      });
      statuses.push(answer.status);
    }
    expect(statuses).toEqual([202, 202, 202, 202, 204]);
  });

  test("read-only members that are echoed back are ignored, unknown ones are kept", async () => {
    const account = createAccount();
    const { send } = account;
    const projectId = await account.project();
    const training = {
      project_id: projectId,
      private_name: "Training",
      inherited_instructions: true,
      training_tasks_in_task_suite_count: 1,
    };
    const paths = [
      `/projects/${projectId}`,
      `/pools/${await account.pool(projectId)}`,
      `/trainings/${idOf(await send("POST", "/trainings", training))}`,
      `/skills/${idOf(await send("POST", "/skills", { name: "Shoes" }))}`,
    ];
    const echo = { id: "1", status: "ARCHIVED", created: "2000-01-01", owner: { id: "x" } };
    const type = "TRAINING";
    for (const path of paths) {
      const before = await send("GET", path);
      const echoed = Object.entries({ ...echo, type }).filter(([name]) => name in before.body);
      const changed = { ...before.body, ...Object.fromEntries(echoed), brand_new: [1] };
      const { status, body } = await send("PUT", path, changed);
      expect([path, status, body]).toEqual([path, 200, { ...before.body, brand_new: [1] }]);
    }
  });

  test("slashes at the end, numeric ids and booleans in either case are taken", async () => {
    const account = createAccount();
    const projectId = await account.project();
    const pool = await account.send("POST", "/pools/", {
      ...poolBody(projectId),
      project_id: Number(projectId),
    });
    const query = "?allow_defaults=True&skip_invalid_items=FALSE&open_pool=true";
    const task = { ...account.task(idOf(pool)), pool_id: Number(idOf(pool)), overlap: null };
    const made = await account.send("POST", `/tasks/${query}`, task);
    const found = await account.send("GET", `/pools/${idOf(pool)}/`);
    expect([made.status, made.body.overlap, made.body.pool_id, found.body.status]).toEqual([
      201,
      3,
      idOf(pool),
      "OPEN",
    ]);
  });

  test("headers of other clients, unknown query members and lower-case operators are taken", async () => {
    const account = createAccount();
    const telemetry = {
      "x-caller-context": "client",
      "x-top-level-method": "open_pool",
      "x-low-level-method": "open_pool",
      "user-agent": "python-toloka-client-1.2.3",
    };
    const list = await account.send(
      "GET",
      "/projects?overlap_gte=1&fresh=yes",
      undefined,
      telemetry,
    );
    const filter = {
      and: [{ category: "profile", key: "languages", operator: "in", value: "EN" }],
    };
    const poolId = await account.pool(await account.project(), { filter });
    const pool = await account.send("GET", `/pools/${poolId}`);
    expect([list.status, pool.body.filter]).toEqual([200, filter]);
  });

  test("an upload of several megabytes is taken", async () => {
    const account = createAccount();
    const spec = {
      input_spec: { image: { type: "url" } },
      output_spec: { result: { type: "string" } },
    };
    const poolId = await account.pool(await account.project({ task_spec: spec }));
    const known_solutions = [{ output_values: { result: "x".repeat(1200) } }];
    const tasks = Array.from({ length: 3000 }, () => account.task(poolId, { known_solutions }));
    expect(JSON.stringify(tasks).length).toBeGreaterThan(3_900_000);
    const made = await account.send("POST", "/tasks", tasks);
    const items = z.record(z.string(), z.unknown()).parse(made.body.items);
    expect([made.status, Object.keys(items).length]).toEqual([201, 3000]);
  });
});

describe("over sockets", () => {
  let server: TolokaServer;
  beforeAll(async () => {
    server = await startTolokaServer({ apiKey: "test-key" });
  });
  afterAll(() => server.close());

  /** The id of a project made over one of the agent's connections. */
  const makeProject = (agent: Agent): Promise<string> =>
    new Promise((resolve, reject) => {
      const headers = { authorization: "ApiKey test-key", "content-type": "application/json" };
      const options = { agent, method: "POST", headers };
      const call = request(`${server.api}/v1/projects`, options, (answer) => {
        let text = "";
        answer.setEncoding("utf8");
        answer.on("data", (part: string) => {
          text += part;
        });
        answer.on("end", () => {
          const read = z.object({ id: z.string() }).safeParse(JSON.parse(text));
          if (read.success) resolve(read.data.id);
          else reject(new Error(text));
        });
      });
      call.on("error", reject);
      call.end(JSON.stringify(fixture("quickstart.project.create.req.json")));
    });

  test("connections are kept alive and used side by side", async () => {
    const agent = new Agent({ keepAlive: true, maxSockets: 8 });
    let sockets = 0;
    agent.on("free", () => {
      sockets = Math.max(sockets, Object.values(agent.sockets).flat().length);
    });
    const ids = await Promise.all(Array.from({ length: 100 }, () => makeProject(agent)));
    const kept = Object.values(agent.freeSockets).flat().length;
    agent.destroy();
    expect([new Set(ids).size, sockets <= 8, kept > 0]).toEqual([100, true, true]);
  });
});

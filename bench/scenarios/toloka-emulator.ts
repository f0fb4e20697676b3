import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { createTolokaEmulator } from "../../emulators/toloka/emulator.ts";
import { usageOf } from "../process-usage.ts";
import { startTolokaAlone } from "../stand-ins.ts";

/** How the Toloka stand-in behaves with very many tasks, one way of reaching it. */
export type ManyTasks = {
  readonly tasks: number;
  /** Tasks taken in a second, sent in asynchronous parts, all validated and in the pool. */
  readonly acceptedPerSecond: number;
  /** Milliseconds a page: the median of the first and of the last hundred pages. */
  readonly firstPagesMs: number;
  readonly lastPagesMs: number;
  /** Bytes that one task keeps, the request that brought it included. */
  readonly bytesPerTask: number;
};

/** Both ways of reaching it, and the sizes of what is sent and read. */
export type EmulatorFigures = {
  readonly perChunk: number;
  readonly perPage: number;
  /** Its own process, over HTTP; memory is resident, rubbish that was not collected included. */
  readonly overHttp: ManyTasks;
  /** In the benchmark's process, without a socket; memory is what is left after a collection. */
  readonly inProcess: ManyTasks;
};

const perChunk = 5_000;
const perPage = 300;
const samples = 100;

const apiKey = "bench";
const headers = { authorization: `ApiKey ${apiKey}`, "content-type": "application/json" };

type Send = (method: string, path: string, body?: unknown) => Promise<unknown>;

const idOf = (answer: unknown): string => {
  if (typeof answer === "object" && answer !== null && "id" in answer) return String(answer.id);
  throw new Error(`an answer without an id: ${JSON.stringify(answer)}`);
};

const makePool = async (send: Send): Promise<string> => {
  const project = await send("POST", "/projects", {
    public_name: "Many pairs",
    public_description: "Are they the same?",
    task_spec: {
      input_spec: { left: { type: "url" }, right: { type: "url" } },
      output_spec: { same: { type: "boolean" } },
      view_spec: { type: "classic", markup: "" },
    },
  });
  const pool = await send("POST", "/pools", {
    project_id: idOf(project),
    private_name: "A million",
    may_contain_adult_content: false,
    will_expire: "2099-01-01T00:00:00",
    reward_per_assignment: 0.02,
    assignment_max_duration_seconds: 600,
    defaults: { default_overlap_for_new_task_suites: 1 },
    mixer_config: { real_tasks_count: 10, golden_tasks_count: 0, training_tasks_count: 0 },
  });
  return idOf(pool);
};

const chunk = (poolId: string, from: number, to: number): object[] =>
  Array.from({ length: to - from }, (_, index) => ({
    pool_id: poolId,
    overlap: 3,
    input_values: {
      left: `https://example.com/left/${from + index}.jpg`,
      right: `https://example.com/right/${from + index}.jpg`,
    },
  }));

const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;

/** Bytes in use once the rubbish is away; Node hands out its collector only on request. */
const memory = (): number => {
  setFlagsFromString("--expose-gc");
  const collect: unknown = runInNewContext("gc");
  if (typeof collect === "function") collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};

/** Reads all pages of a pool and answers how long each took, in milliseconds. */
const readPages = async (send: Send, poolId: string): Promise<number[]> => {
  const times: number[] = [];
  let after = "";
  for (let more = true; more; ) {
    const began = performance.now();
    const page = await send(
      "GET",
      `/tasks?pool_id=${poolId}&sort=id&limit=${perPage}${after === "" ? "" : `&id_gt=${after}`}`,
    );
    times.push(performance.now() - began);
    if (typeof page !== "object" || page === null || !("items" in page)) throw new Error("no page");
    const last: unknown = Array.isArray(page.items) ? page.items.at(-1) : undefined;
    after = idOf(last);
    more = "has_more" in page && page.has_more === true;
  }
  return times;
};

/** Sends requests to one stand-in; anything but a success is an error. */
const senderOf =
  (api: string, fetch: (url: string, init: RequestInit) => Promise<Response>): Send =>
  async (method, path, body) => {
    const init =
      body === undefined ? { method, headers } : { method, headers, body: JSON.stringify(body) };
    const response = await fetch(`${api}/v1${path}`, init);
    if (!response.ok)
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    const answer: unknown = await response.json();
    return answer;
  };

/** Two parts are under way at a time: one is written and sent while the other is taken. */
const lanes = 2;

/** Fills one pool and reads it back; `memory` answers bytes in use. */
const fillAndRead = async (
  send: Send,
  tasks: number,
  memoryNow: () => number,
): Promise<ManyTasks> => {
  const poolId = await makePool(send);
  const before = memoryNow();
  const began = performance.now();
  let sent = 0;
  const lane = async (): Promise<void> => {
    while (sent < tasks) {
      const from = sent;
      sent = Math.min(tasks, from + perChunk);
      await send("POST", "/tasks?async_mode=true", chunk(poolId, from, sent));
    }
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  const takenMs = performance.now() - began;
  const bytesPerTask = (memoryNow() - before) / tasks;
  const times = await readPages(send, poolId);
  if (times.length !== Math.ceil(tasks / perPage)) {
    throw new Error(`${times.length} pages of ${tasks} tasks`);
  }
  return {
    tasks,
    acceptedPerSecond: (tasks * 1_000) / takenMs,
    firstPagesMs: median(times.slice(0, samples)),
    lastPagesMs: median(times.slice(-samples)),
    bytesPerTask,
  };
};

const measureOverHttp = async (tasks: number): Promise<ManyTasks> => {
  const options = ["--limits", "0", "--operation-delay-ms", "0"];
  const { api, pid, stop } = await startTolokaAlone(apiKey, options);
  try {
    return await fillAndRead(senderOf(api, fetch), tasks, () => usageOf(pid).rssBytes);
  } finally {
    await stop();
  }
};

const measureInProcess = (tasks: number): Promise<ManyTasks> => {
  const emulator = createTolokaEmulator({ apiKey });
  const send = senderOf("http://toloka.bench/api", emulator.fetch);
  return fillAndRead(send, tasks, memory);
};

/** Fills a pool of a million tasks over HTTP and a smaller one in this process, and reads both back. */
export const measureEmulator = async (
  tasks = 1_000_000,
  tasksInProcess = 200_000,
): Promise<EmulatorFigures> => ({
  perChunk,
  perPage,
  overHttp: await measureOverHttp(tasks),
  inProcess: await measureInProcess(tasksInProcess),
});

if (import.meta.main) {
  process.stdout.write(`${JSON.stringify(await measureEmulator(), null, 2)}\n`);
}

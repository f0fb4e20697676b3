import { z } from "zod";

const clock = z.object({ now: z.string(), ms: z.number(), frozen: z.boolean(), speed: z.number() });

const state = z.object({
  balance: z.number(),
  counts: z.record(z.string(), z.number()),
  pools: z.array(
    z.object({
      id: z.string(),
      project_id: z.string(),
      private_name: z.string(),
      status: z.string(),
      last_close_reason: z.string().nullable(),
      will_expire: z.string(),
      tasks: z.number(),
    }),
  ),
});

const project = z.object({
  id: z.string(),
  status: z.string(),
  public_name: z.string(),
  pools: z.number(),
});

const operation = z.object({
  id: z.string(),
  type: z.string(),
  status: z.string(),
  submitted: z.string(),
  progress: z.number(),
  parameters: z.record(z.string(), z.unknown()),
  details: z.unknown().optional(),
});

const tasks = z.object({
  from: z.number(),
  total: z.number(),
  tasks: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      input_values: z.record(z.string(), z.unknown()),
      overlap: z.number().nullable(),
      remaining_overlap: z.number().nullable(),
      answers: z.array(
        z.object({
          user_id: z.string(),
          status: z.string(),
          output_values: z.record(z.string(), z.unknown()),
        }),
      ),
    }),
  ),
});

const crowd = z.object({
  running: z.boolean(),
  workers: z.array(
    z.object({ id: z.string(), submitted: z.number(), accepted: z.number(), rejected: z.number() }),
  ),
});

const fault = z.object({ id: z.number(), kind: z.string(), route: z.string() });

const request = z.object({
  seq: z.number(),
  virtual_at: z.string(),
  method: z.string(),
  path: z.string(),
  query: z.record(z.string(), z.unknown()),
  body: z.unknown(),
  status: z.number().nullable(),
  response: z.unknown(),
  fault: z.string().nullable(),
  ms: z.number(),
});

export type Clock = z.infer<typeof clock>;
export type Account = z.infer<typeof state>;
export type Project = z.infer<typeof project>;
export type Operation = z.infer<typeof operation>;
export type TaskPage = z.infer<typeof tasks>;
export type Crowd = z.infer<typeof crowd>;
export type Fault = z.infer<typeof fault>;
export type TolokaRequest = z.infer<typeof request>;

const call = async <T>(method: string, path: string, schema: z.ZodType<T>, body?: object) => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  const response = await fetch(`/toloka/_control${path}`, init);
  const text = await response.text();
  if (!response.ok) throw new Error(text);
  return schema.parse(text === "" ? null : JSON.parse(text));
};

/** Toloka's side: what the account holds, and what its world may do. */
export const toloka = {
  clock: () => call("GET", "/clock", clock),
  advance: (seconds: number) => call("POST", "/clock/advance", clock, { seconds }),
  freeze: () => call("POST", "/clock/freeze", clock),
  run: (speed: number) => call("POST", "/clock/run", clock, { speed }),
  account: () => call("GET", "/state", state),
  projects: () => call("GET", "/projects", z.array(project)),
  operations: (limit: number) => call("GET", `/operations?limit=${limit}`, z.array(operation)),
  tasks: (pool: string, from: number, limit: number) =>
    call("GET", `/pools/${pool}/tasks?from=${from}&limit=${limit}`, tasks),
  setBalance: (balance: number) => call("POST", "/balance", z.unknown(), { balance }),
  crowd: () => call("GET", "/crowd", crowd),
  placeCrowd: (accuracy: number, secondsPerTask: number) =>
    call("POST", "/crowd", crowd, { accuracy, speed: secondsPerTask, start: true }),
  stopCrowd: () => call("POST", "/crowd/stop", crowd),
  faults: () => call("GET", "/faults", z.array(fault)),
  addFault: (rule: object) => call("POST", "/faults", z.unknown(), rule),
  clearFaults: () => call("DELETE", "/faults", z.unknown()),
  requests: (since: number) => call("GET", `/ledger?since=${since}`, z.array(request)),
};

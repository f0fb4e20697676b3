import { z } from "zod";

const values = z.record(z.string(), z.unknown());

const poolSchema = z.object({
  id: z.string(),
  private_name: z.string(),
  status: z.string(),
  last_close_reason: z.string().nullable(),
  training: z.boolean(),
  tasks: z.number(),
  reward: z.number(),
  duration_seconds: z.number(),
  adult: z.boolean(),
  visitor_id: z.string(),
  project: z.object({
    id: z.string(),
    public_name: z.string(),
    public_description: z.string(),
    public_instructions: z.string(),
    view_spec: values,
  }),
});

const taskSchema = z.object({ id: z.string(), input_values: values });

const previewSchema = z.object({
  suite: z.number(),
  suites: z.number(),
  tasks: z.array(taskSchema),
});

const workSchema = z.object({
  assignment_id: z.string(),
  pool_id: z.string(),
  user_id: z.string(),
  training: z.boolean(),
  reward: z.number(),
  deadline: z.string(),
  tasks: z.array(taskSchema),
});

const takenSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("work"), work: workSchema }),
  z.object({
    kind: z.literal("none"),
    reason: z.string(),
    last_close_reason: z.string().nullable(),
  }),
]);

const errorsSchema = z.record(z.string(), z.object({ code: z.string(), message: z.string() }));
const hintsSchema = z.array(z.object({ task: z.number(), words: z.string() }));

const judgedSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("good") }),
  z.object({ kind: z.literal("taken"), status: z.string(), reward: z.number() }),
  z.object({ kind: z.literal("wrong"), errors: errorsSchema }),
  z.object({ kind: z.literal("hints"), hints: hintsSchema }),
  /** The work is in nobody's hands any more: its time was over, or it was handed in elsewhere. */
  z.object({ kind: z.literal("gone"), status: z.string() }),
]);

export type PoolFacts = z.infer<typeof poolSchema>;
export type PreviewFacts = z.infer<typeof previewSchema>;
export type WorkFacts = z.infer<typeof workSchema>;
export type TaskFacts = z.infer<typeof taskSchema>;
export type Judged = z.infer<typeof judgedSchema>;
export type Answers = readonly { readonly [name: string]: unknown }[];

const send = async (method: string, path: string, body?: object): Promise<Response> => {
  const init = body === undefined ? { method } : { method, body: JSON.stringify(body) };
  return fetch(`/toloka/_control${path}`, init);
};

const read = async <T>(response: Response, schema: z.ZodType<T>): Promise<T> => {
  const text = await response.text();
  if (!response.ok) throw new Error(`Toloka's stand-in answered ${response.status}: ${text}`);
  return schema.parse(JSON.parse(text));
};

/** The part of Toloka's stand-in for the Toloker at this screen. Each call throws an Error with its text. */
export const tolokerCalls = {
  /** Null when there is no such pool. */
  pool: async (id: string): Promise<PoolFacts | null> => {
    const response = await send("GET", `/visitor/pools/${encodeURIComponent(id)}`);
    return response.status === 404 ? null : read(response, poolSchema);
  },
  preview: async (pool: string, suite: number): Promise<PreviewFacts> =>
    read(await send("GET", `/visitor/pools/${pool}/preview?suite=${suite}`), previewSchema),
  tryPreview: async (pool: string, suite: number, answers: Answers): Promise<Judged> =>
    read(await send("POST", `/visitor/pools/${pool}/preview`, { suite, answers }), judgedSchema),
  take: async (pool: string) =>
    read(await send("POST", `/visitor/pools/${pool}/take`), takenSchema),
  submit: async (assignment: string, answers: Answers): Promise<Judged> =>
    read(await send("POST", `/visitor/work/${assignment}/submit`, { answers }), judgedSchema),
  /** Work that is gone by itself counts as given back. */
  skip: async (assignment: string): Promise<void> => {
    await read(await send("POST", `/visitor/work/${assignment}/skip`), z.unknown());
  },
  /** Keeps a file of an answer; its id is the answer's value. */
  attach: async (work: WorkFacts, file: File): Promise<string> => {
    const body = {
      name: file.name,
      media_type: file.type === "" ? "application/octet-stream" : file.type,
      user_id: work.user_id,
      assignment_id: work.assignment_id,
      pool_id: work.pool_id,
      content: await base64Of(file),
    };
    return (await read(await send("POST", "/attachments", body), z.object({ id: z.string() }))).id;
  },
  /** Writes to the requester in the Toloker's name. */
  write: async (userId: string, words: string): Promise<void> => {
    await read(
      await send("POST", "/message-threads", { user_id: userId, text: { EN: words } }),
      z.unknown(),
    );
  },
};

const base64Of = (file: File): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} could not be read`));
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ""));
    reader.readAsDataURL(file);
  });

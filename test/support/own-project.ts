import { z } from "zod";
import type { Playground } from "./playground.ts";

/** The key of the demo's stand-in, made up as everything in it. */
const key = "demo-key";

/** What a project of a test asks and shows. */
export type OwnProject = {
  readonly config: object;
  readonly input: object;
  readonly output: object;
  readonly tasks: readonly object[];
  /** Members of the pool besides what it needs. */
  readonly pool?: object;
};

const call = async ({ url }: Playground, path: string, body?: object): Promise<unknown> => {
  const headers = { authorization: `ApiKey ${key}`, "content-type": "application/json" };
  const init = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
  const response = await fetch(`${url}/toloka/api/v1${path}`, { headers, ...init });
  const text = await response.text();
  if (!response.ok) throw new Error(`${path}: ${response.status} ${text}`);
  return JSON.parse(text);
};

const made = z.object({ id: z.string() });
const assignments = z.object({
  items: z.array(
    z.object({
      solutions: z.array(z.object({ output_values: z.record(z.string(), z.unknown()) })),
    }),
  ),
});

/** Makes a project and a closed pool with tasks as another program of the team would; answers the pool's id. */
export const makeOwnPool = async (playground: Playground, own: OwnProject): Promise<string> => {
  const post = async (path: string, body: object): Promise<string> =>
    made.parse(await call(playground, path, body)).id;
  const view_spec = {
    type: "tb",
    lock: { core: "1.7.0" },
    config: JSON.stringify(own.config),
    settings: {},
  };
  const projectId = await post("/projects", {
    public_name: "A page of its own",
    public_description: "Every component once",
    public_instructions: "<h2>How</h2><p>Look, <b>then</b> answer.</p><script>alert(1)</script>",
    task_spec: { input_spec: own.input, output_spec: own.output, view_spec },
    assignments_issuing_type: "AUTOMATED",
  });
  const poolId = await post("/pools", {
    project_id: projectId,
    private_name: "Own page",
    may_contain_adult_content: false,
    will_expire: "2099-01-01T00:00:00",
    reward_per_assignment: 0.02,
    assignment_max_duration_seconds: 600,
    mixer_config: { real_tasks_count: 2, golden_tasks_count: 0, training_tasks_count: 0 },
    defaults: { default_overlap_for_new_task_suites: 1, default_overlap_for_new_tasks: 1 },
    ...own.pool,
  });
  await call(
    playground,
    "/tasks?allow_defaults=true",
    own.tasks.map((task) => ({ pool_id: poolId, ...task })),
  );
  return poolId;
};

/** The output values of a pool's accepted suites, task by task. */
export const answersIn = async (
  playground: Playground,
  poolId: string,
): Promise<readonly (readonly object[])[]> => {
  const path = `/assignments?pool_id=${poolId}&status=ACCEPTED&sort=id`;
  const { items } = assignments.parse(await call(playground, path));
  return items.map(({ solutions }) => solutions.map((solution) => solution.output_values));
};

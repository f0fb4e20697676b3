import { isObject, type JsonObject, objectOr } from "../../../../emulators/toloka/json.ts";
import { setUserSkill } from "../../../../emulators/toloka/people.ts";
import { type Account, fixture, idOf, type Reply } from "../account.ts";
import { createPeople } from "../people/people.ts";

/** Moment at which every lab begins: before all recorded closing times that lie ahead. */
const NOW = Date.parse("2026-01-01T00:00:00Z");
const KNOWN = [
  "2225cfb24c15b7d691818f5ac9d07f70",
  "f25a5f41-94e8-49bf-977f-3611087a16b3",
  "23c3835c9bbe4ec5418f7ef28c7ff5fb",
  "ec00d2407f7241258d0faba610110d95",
];

/** An account in which recorded bodies can be sent. */
export type Lab = Account & {
  people: Awaited<ReturnType<typeof createPeople>>["people"];
  /** A project whose fields are those of the samples. */
  projectFor(inputs: readonly JsonObject[], outputs?: readonly JsonObject[]): Promise<string>;
  /** A plain pool with smart mixing, or without it. */
  poolIn(projectId: string, kind: "mixed" | "manual", changes?: JsonObject): Promise<string>;
  /** A pool in which each of its tasks has two accepted answers; `field` is the output. */
  answeredPool(field?: string): Promise<string>;
  /** An assignment that waits for its review. */
  submittedWork(): Promise<string>;
  /** A skill of the account. */
  skill(): Promise<string>;
};

/** A fresh lab with frozen time. */
export async function createLab(): Promise<Lab> {
  const { account, people } = await createPeople({
    realNow: () => NOW,
    balance: 10_000,
    webhookFetch: async () => new Response(null, { status: 500 }),
  });
  await account.control.freeze();
  await people.plantTolokers(...KNOWN.map((id) => ({ id })));
  const { send, control } = account;

  const lab: Lab = {
    ...account,
    people,
    projectFor: async (inputs, outputs = [{ result: "OK" }]) =>
      idOf(
        await send("POST", "/projects", {
          ...fixture("quickstart.project.create.req.json"),
          task_spec: { input_spec: specsOf(inputs, true), output_spec: specsOf(outputs, false) },
        }),
      ),
    poolIn(projectId, kind, changes = {}) {
      const open = { filter: null, quality_control: null };
      const mixer = kind === "manual" ? { mixer_config: null } : {};
      return account.pool(projectId, { ...open, ...mixer, ...changes });
    },
    async answeredPool(field = "result") {
      const values = ["OK", "BAD"];
      const spec = { [field]: { type: "string", allowed_values: values } };
      const taskSpec = { input_spec: { image: { type: "url" } }, output_spec: spec };
      const poolId = await lab.poolIn(await account.project({ task_spec: taskSpec }), "mixed");
      await send("POST", "/tasks?open_pool=true", task(poolId));
      await control.placeCrowd({ workers: 3, seed: 1, start: true });
      await control.advance({ seconds: 86_400 });
      return poolId;
    },
    async submittedWork() {
      const poolId = await lab.poolIn(
        await lab.projectFor([{ image: "http://a.example/1" }]),
        "mixed",
        {
          auto_accept_solutions: false,
        },
      );
      await send("POST", "/tasks?open_pool=true", task(poolId));
      await control.placeCrowd({ workers: 1, seed: 1, start: true });
      await control.advance({ seconds: 3600 });
      return idOf(firstOf(await send("GET", `/assignments?pool_id=${poolId}`)));
    },
    skill: async () => idOf(await send("POST", "/skills", { name: "Shoes" })),
  };
  lab.emulator.world().store.skills.clear();
  await people.plantSkill({ id: "2022", name: "Bonuses" });
  const world = lab.emulator.world();
  setUserSkill(world.store, { userId: KNOWN[0] ?? "", skillId: "2022", value: 95 }, NOW);
  return lab;
}

function task(poolId: string): JsonObject {
  return { pool_id: poolId, overlap: 2, input_values: { image: "https://example.com/1.jpg" } };
}

/** The first item of a list as if it had been asked for alone. */
export function firstOf(reply: Reply): Reply {
  const { items } = reply.body;
  const first: unknown = Array.isArray(items) ? items[0] : Object.values(objectOr(items))[0];
  if (!isObject(first)) throw new Error(`no item in ${reply.text}`);
  return { ...reply, body: first };
}

/** Field specs that allow the samples; inputs of the first sample are required. */
function specsOf(samples: readonly JsonObject[], required: boolean): JsonObject {
  const specs: JsonObject = {};
  for (const [name, value] of Object.entries(samples[0] ?? {})) {
    specs[name] = { type: typeOf(value), required };
  }
  if (required) return specs;
  for (const sample of samples) {
    for (const [name, value] of Object.entries(sample)) {
      specs[name] = { type: typeOf(value), required };
    }
  }
  return specs;
}

function typeOf(value: unknown): string {
  if (typeof value === "boolean") return "boolean";
  if (typeof value === "number") return "float";
  if (Array.isArray(value)) return "array_string";
  if (isObject(value)) return "json";
  return String(value).startsWith("http") ? "url" : "string";
}

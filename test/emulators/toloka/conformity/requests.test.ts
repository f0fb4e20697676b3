import { expect, test } from "vitest";
import { objectOr } from "../../../../emulators/toloka/json.ts";
import { fieldCodes } from "../account.ts";
import { createLab } from "./lab.ts";
import { recording, recordingsOf } from "./recordings.ts";
import { SENDINGS } from "./sent-requests.ts";

/** Statuses of requests that are no plain success on record. */
const EXPECTED: { readonly [name: string]: readonly [number, ...string[]] } = {
  "projects.create.req.for-validation-error.json": [400, "public_description: VALUE_REQUIRED"],
};

const ACCEPTED = [200, 201, 202];

test("every recorded request has a way to be sent", () => {
  expect(Object.keys(SENDINGS).sort()).toEqual(recordingsOf("request"));
});

test.each(recordingsOf("request"))(
  "the recorded request %s is answered as on record",
  async (name) => {
    const lab = await createLab();
    const body = recording(name);
    const reply = await SENDINGS[name]?.(lab, objectOr(body), body);
    const [status, ...fields] = EXPECTED[name] ?? [reply?.status ?? 0];
    expect(ACCEPTED.includes(status) || EXPECTED[name] !== undefined, reply?.text).toBe(true);
    expect(reply && [reply.status, ...fieldCodes(reply)]).toEqual([status, ...fields]);
  },
);

const fragments = recordingsOf("fragment");

test.each(fragments.filter((name) => name.startsWith("pools.fragment.quality-control")))(
  "a pool takes the recorded rule %s and gives it back with a uuid",
  async (name) => {
    const lab = await createLab();
    const config = objectOr(recording(name));
    const skill = await lab.skill();
    const rules = JSON.parse(JSON.stringify(config.rules), (key, value: unknown) =>
      key === "skill_id" ? skill : value,
    );
    const quality = { configs: [{ ...config, rules }] };
    const poolId = await lab.pool(await lab.project(), { quality_control: quality });
    const { body } = await lab.send("GET", `/pools/${poolId}`);
    const collector = { uuid: expect.any(String), ...objectOr(config.collector_config) };
    expect(body.quality_control).toEqual({ configs: [{ collector_config: collector, rules }] });
  },
);

test("a project takes the recorded translations and gives them back", async () => {
  const lab = await createLab();
  const translations = objectOr(recording("projects.fragment.localization-config.json"));
  const projectId = await lab.project({ localization_config: translations });
  const { body } = await lab.send("GET", `/projects/${projectId}`);
  expect(body.localization_config).toEqual(translations);
});

test("no recorded fragment is left out", () => {
  const others = fragments.filter((name) => !name.startsWith("pools.fragment.quality-control"));
  expect([fragments.length, others]).toEqual([11, ["projects.fragment.localization-config.json"]]);
});

import { expect, test } from "vitest";
import { publish } from "../../../../emulators/toloka/events.ts";
import { isObject, objectOr } from "../../../../emulators/toloka/json.ts";
import { signatureHeader } from "../../../../emulators/toloka/webhooks/signature.ts";
import { poolIn } from "../manual-pool.ts";
import { posted, subscribe, subscribed } from "../subscriber.ts";
import { recording, recordingsOf } from "./recordings.ts";
import { differences } from "./shapes.ts";

const VECTOR = "webhooks.signature.test-vector.json";

/** The recorded events in the stand-in's own words. */
const EVENTS = [
  { type: "POOL_CLOSED", reason: "MANUAL" },
  { type: "ASSIGNMENT_CREATED", taskSuiteId: "s-1", assignmentId: "a-1" },
  {
    type: "DYNAMIC_OVERLAP_COMPLETED",
    taskId: "t-1",
    confidence: 0.155,
    assignmentIds: ["a-1", "a-2"],
    outputValues: { field_one: "value-1" },
  },
] as const;

test.each(recordingsOf("webhook").filter((name) => name !== VECTOR))(
  "a delivery has the keys and types of %s",
  async (name) => {
    const recorded = recording(name);
    const [{ type } = {}] = [objectOr(recorded).events].flat().filter(isObject);
    const event = EVENTS.find((known) => known.type === type);
    if (event === undefined) throw new Error(`no event of type ${String(type)}`);
    const { account, received } = subscribed();
    const poolId = await account.filledPool();
    await subscribe(account, poolId, event.type);
    const world = account.emulator.world();
    publish(world, { ...event, pool: poolIn(account, poolId), at: world.clock.now() });
    await posted(account, 1);
    const bodies = received.map(({ text }): unknown => JSON.parse(text));
    expect(bodies.map((body) => differences(recorded, body))).toEqual([[]]);
  },
);

test("the recorded signature is the stand-in's own", () => {
  const { secret_key, ts, raw_body, header_value } = objectOr(recording(VECTOR));
  expect(signatureHeader(String(secret_key), Number(ts), String(raw_body))).toBe(header_value);
});

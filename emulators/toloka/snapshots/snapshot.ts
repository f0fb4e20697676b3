import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";
import { settingsPatchSchema } from "../control-schemas.ts";
import { isObject } from "../json.ts";
import type { Settings } from "../settings.ts";
import type { World } from "../world.ts";
import { decodeGraph, encodeGraph, graphSchema } from "./graph.ts";
import { resume } from "./resume.ts";

const clockSchema = z.strictObject({ now: z.number(), frozen: z.boolean(), speed: z.number() });

/** A whole account at one moment as JSON: what it remembers, its time and its switches. */
export const snapshotSchema = z.object({
  version: z.literal(1),
  clock: clockSchema,
  settings: settingsPatchSchema.loose(),
  store: graphSchema,
});

type Snapshot = z.infer<typeof snapshotSchema>;

/** A snapshot as it is made: its switches are those of the world. */
type Saved = Omit<Snapshot, "settings"> & { settings: Settings };

/** Operations still run after the time that a save waits for them. */
export class BusyError extends Error {
  override readonly name = "BusyError";
}

/**
 * The account as it is once no operation runs: an operation ends by real time too, so that this
 * waits, at most `waitMs`.
 * @throws BusyError when an operation still runs then
 */
export async function saveSnapshot(world: World, waitMs: number): Promise<Saved> {
  for (const start = performance.now(); isBusy(world); ) {
    if (performance.now() - start > waitMs) throw new BusyError("operations are still running");
    await sleep(10);
    world.clock.settle();
  }
  const { clock, settings, store } = world;
  return { version: 1, clock: clock.state(), settings, store: encodeGraph(store) };
}

function isBusy({ store }: World): boolean {
  for (const { status } of store.operations.values()) {
    if (status === "PENDING" || status === "RUNNING") return true;
  }
  return false;
}

/** Puts a saved account in the place of a fresh one; what was planned then is planned again. */
export function loadSnapshot(world: World, snapshot: Snapshot): void {
  world.clock.restore(snapshot.clock);
  Object.assign(world.settings, snapshot.settings);
  replaceContent(world.store, decodeGraph(snapshot.store));
  resume(world);
}

/**
 * Gives `target` the content of `source` while maps and lists stay the same objects, because the
 * store's functions hold on to them.
 */
function replaceContent(target: object, source: unknown): void {
  if (target instanceof Map && source instanceof Map) {
    target.clear();
    for (const [key, value] of source) target.set(key, value);
  } else if (Array.isArray(target) && Array.isArray(source)) {
    target.length = 0;
    for (const value of source) target.push(value);
  } else if (isObject(target) && isObject(source)) {
    for (const [name, value] of Object.entries(source)) {
      const held = target[name];
      if (typeof held === "object" && held !== null) replaceContent(held, value);
      else target[name] = value;
    }
  }
}

import { z } from "zod";
import type { Workspace } from "../workspace.ts";
import type { World } from "../world/world.ts";
import { readValue, writtenValue } from "./written-value.ts";

/** What a workspace remembers, by the names of its world. */
const PARTS = [
  "users",
  "groups",
  "channels",
  "messages",
  "files",
  "views",
  "stacks",
  "homes",
  "readMarks",
] as const satisfies readonly (keyof World)[];

/** A whole workspace at one moment as JSON; addresses, triggers, response_urls and the ledger are not of it. */
export const snapshotSchema = z.strictObject({
  version: z.literal(1),
  /** How far the clock is ahead of real time, ms. */
  aheadMs: z.number().nonnegative(),
  ids: z.strictObject({ counter: z.number().int(), lastMicros: z.number().int() }),
  world: z.record(z.enum(PARTS), z.unknown()),
});

type Snapshot = z.infer<typeof snapshotSchema>;

/** The workspace as it is now. */
export function saveSnapshot({ world, clock }: Workspace): Snapshot {
  const parts = PARTS.map((name) => [name, writtenValue(world[name])]);
  return snapshotSchema.parse({
    version: 1,
    aheadMs: clock.aheadMs(),
    ids: world.ids.state(),
    world: Object.fromEntries(parts),
  });
}

/** Puts a saved workspace in the place of a fresh one. Its users and channels replace all others. */
export function loadSnapshot({ world, clock }: Workspace, snapshot: Snapshot): void {
  clock.advance(Math.max(0, snapshot.aheadMs - clock.aheadMs()));
  world.ids.restore(snapshot.ids);
  for (const name of PARTS) replaceContent(world[name], readValue(snapshot.world[name]));
}

/** The maps stay the same objects, because the world's finders hold on to them. */
function replaceContent(target: object, source: unknown): void {
  if (!(target instanceof Map && source instanceof Map)) return;
  target.clear();
  for (const [key, value] of source) target.set(key, value);
}

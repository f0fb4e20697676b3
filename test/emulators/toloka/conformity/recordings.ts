import { readFileSync } from "node:fs";
import { z } from "zod";

const folder = new URL("../../../toloka/recorded/", import.meta.url);

const indexSchema = z.record(
  z.string(),
  z.object({
    kind: z.enum(["request", "response", "error", "fragment", "webhook"]),
    method: z.string().nullable(),
    path: z.string().nullable(),
    status: z.number().nullable(),
  }),
);

/** A recorded body as it was sent or answered. */
export function recording(name: string): unknown {
  return JSON.parse(readFileSync(new URL(name, folder), "utf8"));
}

const index = indexSchema.parse(recording("index.json"));

/** The names of all recordings of a kind, sorted. */
export function recordingsOf(kind: z.output<typeof indexSchema>[string]["kind"]): string[] {
  return Object.entries(index)
    .filter(([, entry]) => entry.kind === kind)
    .map(([name]) => name)
    .sort();
}

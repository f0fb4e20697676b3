import { z } from "zod";
import { environments } from "../domain/environment.ts";
import type { DirectNotice } from "../domain/notice.ts";
import type { Job } from "../use-cases/ports.ts";

const trouble = z.object({
  what: z.string(),
  next: z.string(),
  code: z.string().nullable(),
  requestId: z.string().nullable(),
});

const directNotice: z.ZodType<DirectNotice> = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("file-checked"),
    runId: z.string(),
    fileName: z.string(),
    good: z.number(),
    bad: z.number(),
    fatal: z.string().nullable(),
  }),
  z.object({ type: z.literal("denied"), name: z.string(), by: z.string(), reason: z.string() }),
  z.object({ type: z.literal("expiring"), name: z.string(), willExpire: z.string() }),
  z.object({
    type: z.literal("cannot-post"),
    channelId: z.string(),
    code: z.string(),
    name: z.string(),
  }),
  z.object({ type: z.literal("needs-human"), name: z.string(), trouble }),
]);

/** A job as it comes out of its queue. */
export const jobSchema: z.ZodType<Job> = z.discriminatedUnion("name", [
  z.object({ name: z.literal("prepare-run"), runId: z.string() }),
  z.object({ name: z.literal("open-run"), runId: z.string() }),
  z.object({
    name: z.literal("close-pool"),
    environment: z.enum(environments),
    poolId: z.string(),
    runId: z.string(),
  }),
  z.object({
    name: z.literal("check-file"),
    runId: z.string(),
    checkId: z.string(),
    viewId: z.string(),
  }),
  z.object({ name: z.literal("tell-thread"), runId: z.string() }),
  z.object({
    name: z.literal("tell-person"),
    userId: z.string(),
    notice: directNotice,
    key: z.string(),
  }),
  z.object({ name: z.literal("watch") }),
]);

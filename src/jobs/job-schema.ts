import { z } from "zod";
import { environments } from "../domain/environment.ts";
import type { DirectNotice } from "../domain/notice.ts";
import type { Job } from "../use-cases/store-ports.ts";

const trouble = z.object({
  what: z.string(),
  next: z.string(),
  code: z.string().nullable(),
  requestId: z.string().nullable(),
});

/** One schema a type, so that a new type without one is found by the compiler. */
const noticeSchemas: {
  readonly [Type in DirectNotice["type"]]: z.ZodType<Extract<DirectNotice, { type: Type }>>;
} = {
  "file-checked": z.object({
    type: z.literal("file-checked"),
    runId: z.string(),
    fileName: z.string(),
    good: z.number(),
    bad: z.number(),
    fatal: z.string().nullable(),
  }),
  denied: z.object({
    type: z.literal("denied"),
    name: z.string(),
    by: z.string(),
    reason: z.string(),
  }),
  expiring: z.object({ type: z.literal("expiring"), name: z.string(), willExpire: z.string() }),
  "cannot-post": z.object({
    type: z.literal("cannot-post"),
    channelId: z.string(),
    code: z.string(),
    name: z.string(),
  }),
  "toloka-silent": z.object({
    type: z.literal("toloka-silent"),
    environment: z.enum(environments),
    since: z.string(),
    code: z.string(),
    names: z.array(z.string()),
    pools: z.number(),
  }),
  "toloka-back": z.object({
    type: z.literal("toloka-back"),
    environment: z.enum(environments),
    since: z.string(),
  }),
  "needs-human": z.object({ type: z.literal("needs-human"), name: z.string(), trouble }),
};

const jobSchemas: {
  readonly [Name in Job["name"]]: z.ZodType<Extract<Job, { name: Name }>>;
} = {
  "prepare-run": z.object({ name: z.literal("prepare-run"), runId: z.string() }),
  "open-run": z.object({ name: z.literal("open-run"), runId: z.string() }),
  "close-pool": z.object({
    name: z.literal("close-pool"),
    environment: z.enum(environments),
    poolId: z.string(),
    runId: z.string(),
  }),
  "check-file": z.object({
    name: z.literal("check-file"),
    runId: z.string(),
    checkId: z.string(),
    viewId: z.string(),
  }),
  "tell-thread": z.object({ name: z.literal("tell-thread"), runId: z.string() }),
  "tell-person": z.object({
    name: z.literal("tell-person"),
    userId: z.string(),
    notice: z.union(Object.values(noticeSchemas)),
    key: z.string(),
  }),
  "gather-results": z.object({ name: z.literal("gather-results"), runId: z.string() }),
  watch: z.object({ name: z.literal("watch") }),
  "refresh-homes": z.object({
    name: z.literal("refresh-homes"),
    userIds: z.array(z.string()).nullable(),
  }),
  "paint-home": z.object({
    name: z.literal("paint-home"),
    userId: z.string(),
    isUrgent: z.boolean(),
  }),
  "read-balances": z.object({ name: z.literal("read-balances"), userId: z.string() }),
};

/** A job as it comes out of its queue. */
export const jobSchema: z.ZodType<Job> = z.union(Object.values(jobSchemas));

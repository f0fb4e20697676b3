import { z } from "zod";
import { parseDuration } from "./domain/durations.ts";

const list = (item: z.ZodType<string>, what: string) =>
  z
    .array(item, `a list of ${what}`)
    .min(1, `at least one of ${what}, or leave the key out`)
    .max(1_000, `at most 1,000 of ${what}`)
    .refine((values) => new Set(values).size === values.length, `each of ${what} only once`);

const userId = z
  .string("a user id such as U012ABCDEF")
  .regex(/^[UW][A-Z0-9]+$/u, "a user id such as U012ABCDEF (names can change hands, ids cannot)");

const groupId = z
  .string("a user group id such as S012ABCDEF")
  .regex(
    /^S[A-Z0-9]+$/u,
    "a user group id such as S012ABCDEF (names can change hands, ids cannot)",
  );

const duration = (least: string, most: string) => {
  const words = `a duration from ${least} to ${most} such as 24h, 90m or 2d`;
  const [from, to] = [parseDuration(least) ?? 0, parseDuration(most) ?? 0];
  return z
    .string(words)
    .refine((text) => {
      const ms = parseDuration(text);
      return ms !== null && ms >= from && ms <= to;
    }, words)
    .transform((text) => parseDuration(text) ?? 0);
};

const approverLists = z
  .strictObject(
    { users: list(userId, "user ids").optional(), groups: list(groupId, "group ids").optional() },
    "lists of users and groups",
  )
  .refine(
    (lists) => lists.users !== undefined || lists.groups !== undefined,
    "users or groups with at least one id: an empty list lets nobody approve",
  );

const flag = z.boolean("true or false");
const requestLives = duration("10s", "30d");

const sandbox = (approversAreText: boolean) =>
  z.strictObject(
    {
      approvers: approversAreText
        ? z.literal("anyone", "the word anyone, or lists of users and groups")
        : approverLists,
      requester_may_approve: flag.default(true),
      request_lives: requestLives.default(parseDuration("7d") ?? 0),
    },
    "approvers, requester_may_approve, request_lives",
  );

const production = z.strictObject(
  {
    approvers: approverLists,
    requester_may_approve: flag
      .refine((value) => !value, "false: nobody approves their own request in production")
      .default(false),
    request_lives: requestLives.default(parseDuration("24h") ?? 0),
  },
  "approvers, requester_may_approve, request_lives",
);

/** Keys by path, for did-you-mean. */
export const policyKeys: { readonly [path: string]: readonly string[] } = {
  "": [
    "environments",
    "expiry_warnings",
    "quiet_period",
    "orphans_every",
    "outage_notice",
    "stuck_after",
  ],
  environments: ["sandbox", "production"],
  "environments.sandbox": ["approvers", "requester_may_approve", "request_lives"],
  "environments.production": ["approvers", "requester_may_approve", "request_lives"],
  "environments.sandbox.approvers": ["users", "groups"],
  "environments.production.approvers": ["users", "groups"],
};

/**
 * The policy file. The sandbox's approvers are a word or lists; which of the two the file has decides
 * the schema, so that its complaints are about what was meant.
 */
export const policySchema = (sandboxApproversAreText: boolean) =>
  z.strictObject(
    {
      environments: z
        .strictObject(
          {
            sandbox: sandbox(sandboxApproversAreText).optional(),
            production: production.optional(),
          },
          "the environments sandbox and production",
        )
        .optional(),
      expiry_warnings: z
        .array(duration("1m", "30d"), "a list of durations such as [24h, 4h, 1h]")
        .min(1, "at least one duration, or leave the key out")
        .max(10, "at most 10 durations")
        .refine((levels) => new Set(levels).size === levels.length, "each duration only once")
        .optional(),
      quiet_period: duration("1s", "1h").optional(),
      orphans_every: duration("1s", "24h").optional(),
      outage_notice: duration("1s", "1h").optional(),
      stuck_after: duration("1s", "7d").optional(),
    },
    "environments, expiry_warnings, quiet_period, orphans_every, outage_notice, stuck_after",
  );

import { parseDocument } from "yaml";
import type { z } from "zod";
import { type Complaint, ConfigError } from "./config-complaints.ts";
import { parseDuration } from "./domain/durations.ts";
import { nearest } from "./domain/edit-distance.ts";
import { isJsonObject } from "./domain/json.ts";
import type { EnvironmentPolicy, Policy } from "./domain/policy.ts";
import { policyKeys, policySchema } from "./policy-schema.ts";

const largestBytes = 100_000;
/** A policy needs no aliases; a few are harmless, many are an attempt to fill the memory. */
const mostAliases = 10;

const ms = (duration: string): number => parseDuration(duration) ?? 0;

/** Without a file: the sandbox is free for every member, production is closed. */
const defaultSandbox: EnvironmentPolicy = {
  approvers: "anyone",
  requesterMayApprove: true,
  requestLivesMs: ms("7d"),
};
const defaultPolicy: Policy = {
  environments: { sandbox: defaultSandbox, production: null },
  expiryWarningsMs: [ms("24h"), ms("4h"), ms("1h")],
  quietPeriodMs: ms("120s"),
  outageNoticeMs: ms("2m"),
  stuckAfterMs: ms("15m"),
  orphansEveryMs: ms("1h"),
};

/** A value of the file as a complaint shows it. */
const shownAt = (value: unknown, path: readonly PropertyKey[]): string => {
  const [key, ...rest] = path;
  if (key === undefined) {
    return value === undefined ? "nothing" : (JSON.stringify(value) ?? "nothing").slice(0, 60);
  }
  if (Array.isArray(value)) return shownAt(value[Number(key)], rest);
  return isJsonObject(value) ? shownAt(value[String(key)], rest) : "nothing";
};

const dotted = (path: readonly PropertyKey[]): string =>
  path
    .map((key) => (typeof key === "number" ? `[${key}]` : `.${String(key)}`))
    .join("")
    .replace(/^\./u, "");

const complaintsOf = (issue: z.core.$ZodIssue, value: unknown): readonly Complaint[] => {
  const path = dotted(issue.path);
  if (issue.code !== "unrecognized_keys") {
    return [{ name: path, got: shownAt(value, issue.path), expected: issue.message }];
  }
  const known = policyKeys[path] ?? [];
  return issue.keys.map((key) => {
    const meant = nearest(key, known, 2);
    const options = `one of ${known.join(", ")}`;
    return {
      name: path === "" ? key : `${path}.${key}`,
      got: "a key that does not exist",
      expected: meant === null ? options : `${options}. Did you mean ${meant}?`,
    };
  });
};

const parsedYaml = (
  text: string,
  fail: (got: string, expected: string) => ConfigError,
): unknown => {
  const bytes = Buffer.byteLength(text);
  if (bytes > largestBytes) throw fail(`${bytes} bytes`, `at most ${largestBytes} bytes`);
  const document = parseDocument(text, { logLevel: "error", uniqueKeys: true });
  const [fault] = [...document.errors, ...document.warnings];
  if (fault !== undefined) throw fail(fault.message.split("\n")[0] ?? "", "valid YAML");
  try {
    return document.toJS({ maxAliasCount: mostAliases });
  } catch (cause) {
    throw fail(cause instanceof Error ? cause.message : String(cause), "YAML without aliases");
  }
};

const environmentOf = (given: {
  readonly approvers: "anyone" | { users?: string[] | undefined; groups?: string[] | undefined };
  readonly requester_may_approve: boolean;
  readonly request_lives: number;
}): EnvironmentPolicy => ({
  approvers:
    given.approvers === "anyone"
      ? "anyone"
      : { users: given.approvers.users ?? [], groups: given.approvers.groups ?? [] },
  requesterMayApprove: given.requester_may_approve,
  requestLivesMs: given.request_lives,
});

/**
 * Reads the policy file. `text` is null when there is none; `fileName` is for the complaints. An
 * environment that the file leaves out keeps its default: the sandbox is free, production is closed.
 *
 * @throws ConfigError with everything that is wrong at once, each with its path in the file.
 */
export const readPolicy = (text: string | null, fileName: string): Policy => {
  if (text === null) return defaultPolicy;
  const heading = `The policy in ${fileName} is not right:`;
  const value = parsedYaml(
    text,
    (got, expected) => new ConfigError([{ name: fileName, got, expected }], heading),
  );
  if (!isJsonObject(value)) {
    const got = value === null || value === undefined ? "an empty file" : "something else";
    throw new ConfigError([{ name: fileName, got, expected: "keys with values" }], heading);
  }
  const { environments } = value;
  const sandbox = isJsonObject(environments) ? environments.sandbox : null;
  const areText = isJsonObject(sandbox) && typeof sandbox.approvers === "string";
  const parsed = policySchema(areText).safeParse(value);
  if (!parsed.success) {
    throw new ConfigError(
      parsed.error.issues.flatMap((issue) => complaintsOf(issue, value)),
      heading,
    );
  }
  const given = parsed.data;
  return {
    environments: {
      sandbox:
        given.environments?.sandbox === undefined
          ? defaultSandbox
          : environmentOf(given.environments.sandbox),
      production:
        given.environments?.production === undefined
          ? null
          : environmentOf(given.environments.production),
    },
    expiryWarningsMs: (given.expiry_warnings ?? defaultPolicy.expiryWarningsMs).toSorted(
      (a, b) => b - a,
    ),
    quietPeriodMs: given.quiet_period ?? defaultPolicy.quietPeriodMs,
    outageNoticeMs: given.outage_notice ?? defaultPolicy.outageNoticeMs,
    stuckAfterMs: given.stuck_after ?? defaultPolicy.stuckAfterMs,
    orphansEveryMs: given.orphans_every ?? defaultPolicy.orphansEveryMs,
  };
};

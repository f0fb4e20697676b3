import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ConfigError } from "../../src/config-complaints.ts";
import { readPolicy } from "../../src/policy-file.ts";

const hour = 3_600_000;
const day = 24 * hour;

const complaintsOf = (text: string): readonly string[] | string => {
  try {
    return `read: ${JSON.stringify(readPolicy(text, "policy.yml"))}`;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return error.complaints.map(({ name, got, expected }) => `${name} | ${got} | ${expected}`);
  }
};

const production = (text: string): string => `environments:\n  production:\n${text}`;
const approvers = "    approvers: { users: [U012ABCDEF] }\n";
const userWords = "a user id such as U012ABCDEF (names can change hands, ids cannot)";
const duration = (least: string, most: string) =>
  `a duration from ${least} to ${most} such as 24h, 90m or 2d`;

const bomb = [
  "a: &a [x, x, x, x, x, x, x, x, x]",
  ..."bcdefgh".split("").map((name, index) => {
    const before = "abcdefg"[index];
    return `${name}: &${name} [${Array.from({ length: 9 }, () => `*${before}`).join(", ")}]`;
  }),
].join("\n");

const refusals: readonly (readonly [string, string, readonly string[]])[] = [
  ["an empty file", "# nothing\n", ["policy.yml | an empty file | keys with values"]],
  ["a list", "- a\n", ["policy.yml | something else | keys with values"]],
  [
    "a misspelt key",
    "expiry_warning: [1h]\n",
    [
      "expiry_warning | a key that does not exist | one of environments, expiry_warnings, quiet_period, orphans_every, outage_notice, stuck_after. Did you mean expiry_warnings?",
    ],
  ],
  [
    "an unknown key deep inside",
    production(`${approvers}    quorum: 2\n`),
    [
      "environments.production.quorum | a key that does not exist | one of approvers, requester_may_approve, request_lives",
    ],
  ],
  [
    "an unknown environment",
    "environments: { prod: {} }\n",
    ["environments.prod | a key that does not exist | one of sandbox, production"],
  ],
  [
    "a name in the place of an id",
    production("    approvers: { users: ['@anna'] }\n"),
    [`environments.production.approvers.users[0] | "@anna" | ${userWords}`],
  ],
  [
    "a group among the users",
    production("    approvers: { users: [U012ABCDEF, S012ABCDEF] }\n"),
    [`environments.production.approvers.users[1] | "S012ABCDEF" | ${userWords}`],
  ],
  [
    "an empty list",
    production("    approvers: { groups: [] }\n"),
    [
      "environments.production.approvers.groups | [] | at least one of group ids, or leave the key out",
    ],
  ],
  [
    "no approver at all",
    production("    approvers: {}\n"),
    [
      "environments.production.approvers | {} | users or groups with at least one id: an empty list lets nobody approve",
    ],
  ],
  [
    "missing approvers",
    production("    request_lives: 1d\n"),
    ["environments.production.approvers | nothing | lists of users and groups"],
  ],
  [
    "anyone in production",
    production("    approvers: anyone\n"),
    ['environments.production.approvers | "anyone" | lists of users and groups'],
  ],
  [
    "an own approval in production",
    production(`${approvers}    requester_may_approve: true\n`),
    [
      "environments.production.requester_may_approve | true | false: nobody approves their own request in production",
    ],
  ],
  [
    "somebody twice",
    production("    approvers: { users: [U012ABCDEF, U012ABCDEF] }\n"),
    [
      'environments.production.approvers.users | ["U012ABCDEF","U012ABCDEF"] | each of user ids only once',
    ],
  ],
  [
    "another word in the sandbox",
    "environments: { sandbox: { approvers: everyone } }\n",
    ['environments.sandbox.approvers | "everyone" | the word anyone, or lists of users and groups'],
  ],
  [
    "durations that are none",
    "expiry_warnings: [24, 1y]\nquiet_period: 2h\n",
    [
      `expiry_warnings[0] | 24 | ${duration("1m", "30d")}`,
      `expiry_warnings[1] | "1y" | ${duration("1m", "30d")}`,
      `quiet_period | "2h" | ${duration("1s", "1h")}`,
    ],
  ],
  [
    "one level in two spellings",
    "expiry_warnings: [60m, 1h]\n",
    ['expiry_warnings | ["60m","1h"] | each duration only once'],
  ],
  [
    "a key twice",
    "quiet_period: 60s\nquiet_period: 90s\n",
    ["policy.yml | Map keys must be unique at line 2, column 1: | valid YAML"],
  ],
  [
    "a file of more than 100,000 bytes",
    `# ${"é".repeat(50_000)}\n`,
    ["policy.yml | 100003 bytes | at most 100000 bytes"],
  ],
  [
    "aliases that would fill the memory",
    bomb,
    [
      "policy.yml | Excessive alias count indicates a resource exhaustion attack | YAML without aliases",
    ],
  ],
];

describe("the policy file", () => {
  test("is not needed: the sandbox is free and production closed", () => {
    expect(readPolicy(null, "policy.yml")).toEqual({
      environments: {
        sandbox: { approvers: "anyone", requesterMayApprove: true, requestLivesMs: 7 * day },
        production: null,
      },
      expiryWarningsMs: [day, 4 * hour, hour],
      quietPeriodMs: 120_000,
      outageNoticeMs: 120_000,
      stuckAfterMs: 900_000,
      orphansEveryMs: 3_600_000,
    });
  });

  test("names approvers by user and group", () => {
    const text = `
environments:
  sandbox: { approvers: { groups: [S1A] }, requester_may_approve: false, request_lives: 2d }
  production: { approvers: { users: [U1A, W2B] } }
expiry_warnings: [30m, 2d]
quiet_period: 90s
outage_notice: 3m
stuck_after: 1h
orphans_every: 30m
`;
    expect(readPolicy(text, "policy.yml")).toEqual({
      environments: {
        sandbox: {
          approvers: { users: [], groups: ["S1A"] },
          requesterMayApprove: false,
          requestLivesMs: 2 * day,
        },
        production: {
          approvers: { users: ["U1A", "W2B"], groups: [] },
          requesterMayApprove: false,
          requestLivesMs: day,
        },
      },
      expiryWarningsMs: [2 * day, hour / 2],
      quietPeriodMs: 90_000,
      outageNoticeMs: 180_000,
      stuckAfterMs: 3_600_000,
      orphansEveryMs: 1_800_000,
    });
  });

  test.each(refusals)("with %s stops the start", (_, text, complaints) => {
    expect(complaintsOf(text)).toEqual(complaints);
  });

  test("as shipped for an example can be read and shows the defaults", () => {
    const text = readFileSync(new URL("../../policy.example.yml", import.meta.url), "utf8");
    const { environments, ...rest } = readPolicy(text, "policy.example.yml");
    const { environments: byDefault, ...defaults } = readPolicy(null, "");
    expect({ ...rest, sandbox: environments.sandbox, production: environments.production }).toEqual(
      {
        ...defaults,
        sandbox: byDefault.sandbox,
        production: {
          approvers: { users: ["U012ABCDEF"], groups: ["S012ABCDEF"] },
          requesterMayApprove: false,
          requestLivesMs: day,
        },
      },
    );
  });
});

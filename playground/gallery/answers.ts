import type { Answer } from "../../src/domain/answer.ts";
import { cost, friday, pool, project, run } from "./samples.ts";

const tasks = { total: 3, golden: 1, training: 0, infinite: 0 };
const findings = [
  { name: "no-filter", level: "warning", message: "Everybody may answer." },
  { name: "empty-pool", level: "error", message: "There are no tasks." },
] as const;
const environment = "sandbox";

/** One answer of each type. */
export const answers: { readonly [T in Answer["type"]]: Extract<Answer, { type: T }> } = {
  menu: {
    type: "menu",
    environments: ["sandbox", "production"],
    drafts: [run({ status: "draft" })],
    running: [run({ status: "open" })],
  },
  help: { type: "help", environment, verb: "open" },
  refused: {
    type: "refused",
    environment,
    refusal: {
      understood: "the verb opne",
      wrong: "I do not know it",
      next: "Type it again",
      suggestion: "/toloka open 4711",
    },
    requestId: "337d68d1",
  },
  whoami: {
    type: "whoami",
    userId: "URITA",
    timeZone: "Europe/Belgrade",
    rights: [{ environment, mayRequest: true, mayApprove: false, why: "you are not listed" }],
  },
  status: {
    type: "status",
    environment,
    pool: { ...pool, status: "OPEN" },
    tasks,
    time: { willExpire: friday, leftMs: 97_200_000 },
    run: null,
    tolokaPage: "https://toloka.example/pool/4711?a=1&b=2",
  },
  cost: { type: "cost", environment, pool, tasks, cost, balanceMicros: 1_000_000 },
  check: {
    type: "check",
    environment,
    pool,
    tasks,
    findings,
    passed: ["price-floor"],
    cost,
    balanceMicros: 1_000_000,
  },
  pools: {
    type: "pools",
    environment,
    pools: [
      { pool, leftMs: -1 },
      { pool: { ...pool, status: "OPEN" }, leftMs: 97_200_000 },
    ],
    more: true,
    search: null,
  },
  projects: { type: "projects", environment, projects: [project], more: false, search: null },
  requests: { type: "requests", environment, runs: [run()], more: false, search: "shoes" },
  requesting: {
    type: "requesting",
    environment,
    poolId: "4711",
    poolName: "Shoes pool 1",
    approvers: "anyone",
  },
  voted: { type: "voted", environment, poolName: "Shoes pool 1" },
  pausing: { type: "pausing", environment, poolId: "4711", poolName: "Shoes pool 1" },
  gathering: {
    type: "gathering",
    environment,
    poolId: "4711",
    run: run({ status: "open", channelId: "C0LABELS01", rootTs: "1700000000.000100" }),
    workspaceUrl: "https://acme.slack.com/",
  },
  said: { type: "said", environment, text: "The draft is deleted." },
};

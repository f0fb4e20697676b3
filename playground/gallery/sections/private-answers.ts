import { answerMessage } from "../../../blocks/answer.ts";
import type { Answer } from "../../../src/domain/answer.ts";
import { answers } from "../answers.ts";
import { type Exhibit, message, type Section } from "../exhibit.ts";
import { findings } from "../run-samples.ts";
import { cost, pool, project, run } from "../samples.ts";

const said = (name: string, answer: Answer): Exhibit => message(name, answerMessage(answer));

const { menu, help, whoami, status, check, requesting } = answers;
const closed = { ...pool, status: "CLOSED" };
const seven = Array.from({ length: 7 }, (_, index) => run({ poolName: `Shoes pool ${index + 1}` }));
const drafts = seven.map((each) => ({ ...each, status: "draft" as const }));
const production = "production";
const boundless = { ...cost, worstMicros: null, worstWithFeeMicros: null };
const lists = { search: null, more: false } as const;
const pools25 = Array.from({ length: 25 }, () => ({ pool, leftMs: -1 }));

/** What a command or a click is answered with, for the person's eyes only. */
export const answerSections: readonly Section[] = [
  {
    title: "Private answers",
    exhibits: Object.values(answers).map((answer) => said(answer.type, answer)),
  },
  {
    title: "Menu, help and rights",
    exhibits: [
      said("gathering, where Slack did not say its address", {
        ...answers.gathering,
        workspaceUrl: "",
      }),
      said("menu, nothing is under way", { ...menu, drafts: [], running: [] }),
      said("menu, more drafts than are shown", { ...menu, environments: ["sandbox"], drafts }),
      said("menu, no key", { ...menu, environments: [], drafts: [], running: seven }),
      said("help", { ...help, verb: null }),
      said("help with a verb that has no other names", { ...help, verb: "menu" }),
      said("help with a word that is no verb", { ...help, verb: "frobnicate" }),
      said("whoami in both environments", {
        ...whoami,
        rights: [
          {
            ...{ environment: "sandbox", mayRequest: true, mayApprove: true },
            why: "member of the group SLEADS12345",
          },
          {
            ...{ environment: production, mayRequest: false, mayApprove: false },
            why: "no policy names approvers for production",
          },
        ],
      }),
      said("requesting, named approvers", {
        ...requesting,
        approvers: { users: ["UANNA", "UOLGA"], groups: ["SLEADS"] },
      }),
    ],
  },
  {
    title: "Status, cost and check of a pool",
    exhibits: [
      said("status, closed, without a run", { ...status, pool: closed, tolokaPage: null }),
      ...(["requested", "ready", "closed"] as const).map((each) =>
        said(`status, closed, its run: ${each}`, {
          ...{ ...status, pool: closed, run: run({ status: each }), tolokaPage: null },
        }),
      ),
      said("status, open, with its run", {
        ...status,
        run: run({ status: "open", request: null }),
      }),
      said("status, archived, of few facts", {
        ...{ ...status, tasks: null, time: { ...status.time, leftMs: -3_600_000 } },
        pool: { ...pool, status: "ARCHIVED", lastCloseReason: null, realTasksPerSuite: null },
      }),
      said("cost without an upper bound", {
        ...{ ...answers.cost, cost: boundless, environment: production },
        tasks: { total: 30, golden: 3, training: 2, infinite: 1 },
      }),
      said("cost above the balance", {
        ...{ ...answers.cost, balanceMicros: 10_000 },
        tasks: { total: 1, golden: 0, training: 0, infinite: 0 },
      }),
      said("check, warnings only", { ...check, findings: findings.slice(0, 1), passed: [] }),
      said("check, all good", { ...check, findings: [] }),
    ],
  },
  {
    title: "Lists",
    exhibits: [
      said("pools, none", { ...answers.pools, ...lists, pools: [] }),
      said("pools, none in production", {
        ...{ ...answers.pools, ...lists, pools: [], search: "shoes", environment: production },
      }),
      said("pools, none that match", { ...answers.pools, ...lists, pools: [], search: "shoes" }),
      said("pools, more than are shown", { ...answers.pools, ...lists, pools: pools25 }),
      said("pools, more than were read", { ...answers.pools, pools: pools25 }),
      said("projects, none", { ...answers.projects, projects: [] }),
      said("projects, more", { ...answers.projects, projects: [project], more: true }),
      said("requests, none", { ...answers.requests, ...lists, runs: [] }),
      said("requests, without a code or pool", {
        ...{ ...answers.requests, ...lists },
        runs: [run({ request: null, poolId: null })],
      }),
    ],
  },
];

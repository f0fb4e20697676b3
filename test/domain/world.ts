import type { JsonObject } from "../../src/domain/json.ts";
import { microsFromDollars } from "../../src/domain/money.ts";
import type { TaskSummary } from "../../src/domain/plan.ts";
import type { OpeningRequest, Run } from "../../src/domain/run.ts";
import type { Pool, Project } from "../../src/domain/toloka.ts";

/** The quick start's pool as Toloka returns it; members of `changes` replace those of the answer. */
const rawPool = (changes: JsonObject = {}): JsonObject => ({
  id: "4711",
  project_id: "12345",
  private_name: "Shoes pool 1",
  may_contain_adult_content: true,
  will_expire: "2026-12-01T16:00:00.000",
  reward_per_assignment: 0.02,
  assignment_max_duration_seconds: 60,
  auto_accept_solutions: true,
  filter: {
    and: [{ or: [{ category: "profile", key: "languages", operator: "IN", value: "RU" }] }],
  },
  quality_control: {
    captcha_frequency: "LOW",
    configs: [
      {
        collector_config: {
          type: "CAPTCHA",
          uuid: "38830d4b-930b-43ab-a98f-f52e992fd11a",
          parameters: { history_size: 10 },
        },
        rules: [
          {
            conditions: [{ key: "stored_results_count", operator: "EQ", value: 10 }],
            action: { type: "RESTRICTION_V2", parameters: { scope: "PROJECT" } },
          },
        ],
      },
    ],
  },
  mixer_config: { real_tasks_count: 3, golden_tasks_count: 0, training_tasks_count: 0 },
  defaults: { default_overlap_for_new_task_suites: 3 },
  status: "CLOSED",
  ...changes,
});

/** The quick start's pool as the bot knows it, made from `rawPool(raw)`. */
export const poolWith = (raw: JsonObject = {}, changes: Partial<Pool> = {}): Pool => {
  const full = rawPool(raw);
  const mixer = full.mixer_config;
  const real =
    typeof mixer === "object" && mixer !== null && "real_tasks_count" in mixer
      ? Number(mixer.real_tasks_count)
      : null;
  return {
    id: String(full.id),
    projectId: String(full.project_id),
    privateName: String(full.private_name),
    status: String(full.status),
    lastCloseReason: null,
    willExpire: new Date(`${String(full.will_expire)}Z`),
    rewardMicros: microsFromDollars(Number(full.reward_per_assignment)),
    realTasksPerSuite: real,
    overlapForSuites: 3,
    overlapForTasks: null,
    created: new Date("2026-11-20T12:00:00Z"),
    lastStarted: null,
    lastStopped: null,
    metadata: {},
    privateComment: "",
    raw: full,
    ...changes,
  };
};

export const project: Project = {
  id: "12345",
  publicName: "Categories of shoes",
  status: "ACTIVE",
  inputSpec: {},
  outputSpec: {},
  metadata: {},
  privateComment: "",
  raw: {},
};

/** Three general tasks that want two answers each. */
export const tasksWith = (changes: Partial<TaskSummary> = {}): TaskSummary => ({
  total: 3,
  golden: 0,
  training: 0,
  infinite: 0,
  overlaps: { "2": 3 },
  digest: "ab".repeat(32),
  ...changes,
});

/** Toloka's fee as the installation assumes it by default. */
export const fee = { feePercent: 30, minFeeMicros: 5_000 } as const;

/** A request for opening by U_ANNA, waiting until 12:00 of the next day. */
export const requestWith = (changes: Partial<OpeningRequest> = {}): OpeningRequest => ({
  code: "REQ-7F3K",
  plan: {
    environment: "production",
    account: "account",
    projectId: "12345",
    poolId: "4711",
    terms: {},
    tasks: tasksWith(),
    hash: "cd".repeat(32),
  },
  cost: {
    plannedAssignments: 2,
    lowMicros: 40_000,
    plannedMicros: 40_000,
    worstMicros: 40_000,
    feeMicros: 12_000,
    plannedWithFeeMicros: 52_000,
    worstWithFeeMicros: 52_000,
    ...fee,
  },
  balanceMicros: 10_000_000,
  requestedBy: "U_ANNA",
  requestedAt: new Date("2026-11-23T12:00:00Z"),
  expiresAt: new Date("2026-11-24T12:00:00Z"),
  reason: null,
  warnings: [],
  ...changes,
});

/** A production run of U_OWNER, edited by U_EDITOR, requested by U_ANNA. */
export const runWith = (changes: Partial<Run> = {}): Run => ({
  id: "0b9a7b1e-0000-4000-8000-000000000001",
  version: 7,
  kind: "run",
  status: "requested",
  step: null,
  environment: "production",
  ownerId: "U_OWNER",
  editorIds: ["U_EDITOR"],
  channelId: "C1",
  rootTs: "1700000000.000100",
  page: "review",
  input: {},
  projectBody: null,
  poolBody: null,
  report: null,
  checkId: null,
  leaveOutBadRows: false,
  projectId: "12345",
  projectName: "Categories of shoes",
  poolId: "4711",
  poolName: "Shoes pool 1",
  willExpire: new Date("2026-12-01T16:00:00Z"),
  upload: null,
  requestWhenReady: false,
  request: requestWith(),
  approval: null,
  denial: null,
  openSentAt: null,
  openedAt: null,
  closedAt: null,
  closeReason: null,
  pausedBy: null,
  trouble: null,
  createdAt: new Date("2026-11-23T11:00:00Z"),
  updatedAt: new Date("2026-11-23T12:00:00Z"),
  ...changes,
});

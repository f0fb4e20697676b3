import type { FormFacts } from "../../blocks/forms/form-facts.ts";
import type { RunCard } from "../../src/domain/card.ts";
import type { RunEvent, StoredEvent } from "../../src/domain/event.ts";
import type { PoolBody, ProjectBody, SheetReport } from "../../src/domain/plan.ts";
import type { Cost, OpeningRequest, Run, Trouble } from "../../src/domain/run.ts";
import type { Pool, Project } from "../../src/domain/toloka.ts";

/** 2026-11-27 16:00 UTC, a Friday. */
export const friday = new Date(Date.UTC(2026, 10, 27, 16));

/** The price of 3 tasks, 2 answers each, 3 a suite, 0.02 a suite, with the fee's minimum of 0.005. */
export const cost: Cost = {
  plannedAssignments: 2,
  lowMicros: 40_000,
  plannedMicros: 40_000,
  worstMicros: 40_000,
  feeMicros: 12_000,
  plannedWithFeeMicros: 52_000,
  worstWithFeeMicros: 52_000,
  feePercent: 30,
  minFeeMicros: 5_000,
};

export const report: SheetReport = {
  fileName: "shoes.csv",
  rows: 4,
  good: 3,
  golden: 0,
  training: 0,
  duplicates: 0,
  badRows: 1,
  firstProblems: [
    {
      row: 2,
      column: "image",
      rule: "url",
      value: "photos/12.jpg",
      hint: "must be a link starting with http or https",
    },
  ],
  problemCount: 1,
  mapping: [{ column: "image", meaning: "input image" }],
  notes: [],
  fatal: null,
  overlaps: { "2": 3 },
};

export const projectBody: ProjectBody = {
  public_name: "Categories of shoes",
  public_description: "Look at the picture",
  public_instructions: "Choose the category",
  task_spec: {
    input_spec: { image: { type: "url" } },
    output_spec: { result: { type: "string" } },
    view_spec: {},
  },
  assignments_issuing_type: "AUTOMATED",
};

export const poolBody: PoolBody = {
  project_id: "12345",
  private_name: "Shoes pool 1",
  may_contain_adult_content: true,
  will_expire: "2026-11-27T16:00:00.000",
  reward_per_assignment: 0.02,
  assignment_max_duration_seconds: 60,
  mixer_config: { real_tasks_count: 3, golden_tasks_count: 0, training_tasks_count: 0 },
  defaults: { default_overlap_for_new_task_suites: 3 },
};

export const request: OpeningRequest = {
  code: "REQ-7F3K",
  plan: {
    environment: "sandbox",
    account: "acc",
    projectId: "12345",
    poolId: "4711",
    terms: { reward_per_assignment: 20_000 },
    tasks: { total: 3, golden: 0, training: 0, infinite: 0, overlaps: { "2": 3 }, digest: "d1" },
    hash: "9c41e2aa7b",
  },
  cost,
  balanceMicros: 120_000_000,
  requestedBy: "URITA",
  requestedAt: friday,
  expiresAt: friday,
  reason: "Batch 14 for the September model",
  warnings: [{ name: "no-filter", level: "warning", message: "Everybody may answer." }],
};

/** A run with overrides. */
export const run = (changes: Partial<Run> = {}): Run => ({
  id: "run-1",
  version: 7,
  kind: "run",
  status: "requested",
  step: null,
  environment: "sandbox",
  ownerId: "URITA",
  editorIds: ["URITA"],
  channelId: "C1",
  rootTs: "1.1",
  page: "start",
  input: {},
  projectBody: null,
  poolBody,
  report: null,
  checkId: null,
  leaveOutBadRows: false,
  projectId: "12345",
  projectName: "Categories of shoes",
  poolId: "4711",
  poolName: "Shoes pool 1",
  willExpire: friday,
  upload: null,
  requestWhenReady: true,
  request,
  approval: null,
  denial: null,
  openSentAt: null,
  openedAt: null,
  closedAt: null,
  closeReason: null,
  pausedBy: null,
  trouble: null,
  createdAt: friday,
  updatedAt: friday,
  ...changes,
});

/** The facts of a run's card with overrides. */
export const card = (changes: Partial<Run> = {}, facts: Partial<RunCard> = {}): RunCard => ({
  run: run(changes),
  approvers: { users: ["UANNA"], groups: ["SLEADS"] },
  requesterMayApprove: false,
  tolokaPage: null,
  ...facts,
});

/** A stored event of the run. */
export const stored = (event: RunEvent): StoredEvent => ({
  runId: "run-1",
  seq: 1,
  at: friday,
  event,
  ts: null,
});

export const trouble: Trouble = {
  what: "Toloka refused: the pool has no tasks.",
  next: "Add tasks to it, then ask again.",
  code: "EMPTY_POOL",
  requestId: "337d68d1",
};

/** Facts of a form with overrides. */
export const facts = (changes: Partial<FormFacts> = {}): FormFacts => ({
  timeZone: "Europe/Belgrade",
  now: friday,
  environments: ["sandbox"],
  defaults: {},
  projectLabel: null,
  poolLabel: null,
  checking: false,
  notes: {},
  cost: null,
  balanceMicros: null,
  findings: [],
  ...changes,
});

export const pool: Pool = {
  id: "4711",
  projectId: "12345",
  privateName: "Shoes pool 1",
  status: "CLOSED",
  lastCloseReason: "COMPLETED",
  willExpire: friday,
  rewardMicros: 20_000,
  realTasksPerSuite: 3,
  overlapForSuites: 3,
  overlapForTasks: null,
  created: null,
  lastStarted: null,
  lastStopped: null,
  metadata: {},
  privateComment: "",
  raw: {},
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

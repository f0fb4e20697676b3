import type { Environment } from "../domain/environment.ts";
import type { DraftPage, Run, RunKind } from "../domain/run.ts";

/** What a new run needs to be told. */
export type RunStart = {
  readonly id: string;
  readonly kind: RunKind;
  readonly environment: Environment;
  readonly ownerId: string;
  readonly channelId: string;
  readonly page: DraftPage;
  readonly now: Date;
};

/** A run before anything was typed. */
export const blankRun = (start: RunStart): Run => ({
  id: start.id,
  version: 1,
  kind: start.kind,
  status: "draft",
  step: null,
  environment: start.environment,
  ownerId: start.ownerId,
  editorIds: [start.ownerId],
  channelId: start.channelId,
  rootTs: null,
  page: start.page,
  input: {},
  projectBody: null,
  poolBody: null,
  report: null,
  checkId: null,
  leaveOutBadRows: false,
  projectId: null,
  projectName: null,
  poolId: null,
  poolName: null,
  willExpire: null,
  upload: null,
  requestWhenReady: false,
  request: null,
  approval: null,
  denial: null,
  openSentAt: null,
  openedAt: null,
  closedAt: null,
  closeReason: null,
  pausedBy: null,
  trouble: null,
  createdAt: start.now,
  updatedAt: start.now,
});

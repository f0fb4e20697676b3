import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { type ActionId, actions } from "../../../blocks/ids.ts";
import type { PoolTarget } from "../../domain/command.ts";
import { cancelRequest } from "../../use-cases/cancel-request.ts";
import { listPools, listRuns } from "../../use-cases/list-answers.ts";
import { pausePool } from "../../use-cases/pause-pool.ts";
import { requestOpening } from "../../use-cases/request-opening.ts";
import { retryRun } from "../../use-cases/retry-run.ts";
import { deleteDraft } from "../../use-cases/save-draft.ts";
import type { FormAsk } from "../../use-cases/start-form.ts";
import { vote } from "../../use-cases/vote.ts";
import { type Click, oldButton, onRun, readClick } from "../click.ts";
import { openDenyForm } from "../deny-click.ts";
import { openForm, openTasksForm } from "../open-form.ts";
import { environmentValueSchema, parseValue, poolValueSchema } from "../payloads.ts";
import { resumeDraft } from "../resume-draft.ts";
import type { Toolbox } from "../toolbox.ts";

/** What one button does once it is known who pressed it. Every press is answered. */
type Press = (tools: Toolbox, click: Click) => Promise<void>;

const pool = (poolId: string): PoolTarget => ({ kind: "pool", poolId });

/** Buttons of cards: the value names the run and the version that was painted. */
const runPresses: { readonly [Id in ActionId]?: Press } = {
  [actions.approve]: (tools, click) =>
    onRun(tools, click, async (run) => {
      const outcome = await vote(tools.deps, {
        ...run,
        person: click.person,
        decision: "approve",
        reason: null,
      });
      return outcome.answer;
    }),
  [actions.deny]: openDenyForm,
  [actions.cancelRequest]: (tools, click) =>
    onRun(tools, click, (run) => cancelRequest(tools.deps, { ...run, person: click.person })),
  [actions.retry]: (tools, click) =>
    onRun(tools, click, (run) => retryRun(tools.deps, { ...run, person: click.person })),
  [actions.requestOpening]: (tools, click) =>
    onRun(tools, click, async ({ runId }) => {
      const run = await tools.deps.database.runs.find(runId);
      if (run?.poolId == null) return oldButton();
      return requestOpening(tools.deps, {
        ...click,
        environment: run.environment,
        poolId: run.poolId,
      });
    }),
  [actions.pause]: (tools, click) =>
    onRun(tools, click, async ({ runId }) => {
      const run = await tools.deps.database.runs.find(runId);
      if (run?.poolId == null) return oldButton();
      return pausePool(tools.deps, { ...click, environment: run.environment, poolId: run.poolId });
    }),
  [actions.addTasks]: async (tools, click) => {
    const run =
      click.runValue === null ? null : await tools.deps.database.runs.find(click.runValue.run);
    if (run?.poolId == null) return click.say(oldButton());
    await openTasksForm(tools, { ...click, environment: run.environment }, pool(run.poolId));
  },
  [actions.resumeDraft]: resumeDraft,
  [actions.deleteDraft]: (tools, click) =>
    onRun(tools, click, async ({ runId }) => {
      const deleted = await deleteDraft(tools.deps, runId, click.person);
      if ("refusal" in deleted) {
        return {
          type: "refused",
          environment: "sandbox",
          refusal: deleted.refusal,
          requestId: null,
        };
      }
      return {
        type: "said",
        environment: deleted.run.environment,
        text: "The draft is deleted. Nothing was sent to Toloka.",
      };
    }),
};

const opensForm =
  (kind: FormAsk["kind"]): Press =>
  async (tools, click) => {
    const value = parseValue(environmentValueSchema, click.value);
    if (value === null) return click.say(oldButton());
    await openForm(tools, { ...click, environment: value.environment }, kind);
  };

/** Buttons of the menu and of answers about pools without a run. */
const otherPresses: { readonly [Id in ActionId]?: Press } = {
  [actions.newRun]: opensForm("run"),
  [actions.newProject]: opensForm("project"),
  [actions.newPool]: opensForm("pool"),
  [actions.newTasks]: opensForm("tasks"),
  [actions.listPools]: async (tools, click) => {
    const value = parseValue(environmentValueSchema, click.value);
    await click.say(
      value === null ? oldButton() : await listPools(tools.deps, value.environment, null),
    );
  },
  [actions.listRequests]: async (tools, click) => {
    const value = parseValue(environmentValueSchema, click.value);
    const query = { ownerId: null, search: null, waitingOnly: true };
    await click.say(
      value === null ? oldButton() : await listRuns(tools.deps, value.environment, query),
    );
  },
  [actions.help]: (_tools, click) => click.say({ type: "help", verb: null }),
  [actions.requestPoolOpening]: async (tools, click) => {
    const value = parseValue(poolValueSchema, click.value);
    if (value === null) return click.say(oldButton());
    await click.say(
      await requestOpening(tools.deps, {
        ...click,
        environment: value.environment,
        poolId: value.pool,
      }),
    );
  },
  [actions.pausePool]: async (tools, click) => {
    const value = parseValue(poolValueSchema, click.value);
    if (value === null) return click.say(oldButton());
    await click.say(
      await pausePool(tools.deps, { ...click, environment: value.environment, poolId: value.pool }),
    );
  },
  [actions.addPoolTasks]: async (tools, click) => {
    const value = parseValue(poolValueSchema, click.value);
    if (value === null) return click.say(oldButton());
    await openTasksForm(tools, { ...click, environment: value.environment }, pool(value.pool));
  },
};

/** Presses that are decided in one short transaction and answered after it: commit, then acknowledge. */
const committing: ReadonlySet<string> = new Set([
  actions.approve,
  actions.cancelRequest,
  actions.retry,
  actions.deleteDraft,
]);

/** Buttons of messages. A press is read, its person identified, and answered in every case. */
export const registerActions = (app: App, tools: Toolbox): void => {
  for (const [id, press] of Object.entries({ ...runPresses, ...otherPresses })) {
    app.action<BlockAction<ButtonAction>>(id, async (args) => {
      const click = await readClick(tools, args);
      if (click === null) {
        await args.ack();
        return;
      }
      if (committing.has(id)) {
        await press(tools, click);
        await args.ack();
        return;
      }
      await args.ack();
      tools.inFlight.track(press(tools, click));
    });
  }
};

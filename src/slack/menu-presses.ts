import { type ActionId, actions } from "../../blocks/ids.ts";
import type { Answer } from "../domain/answer.ts";
import type { Environment } from "../domain/environment.ts";
import { listPools, listRuns } from "../use-cases/list-answers.ts";
import { pausePool } from "../use-cases/pause-pool.ts";
import { requestOpening } from "../use-cases/request-opening.ts";
import type { FormAsk } from "../use-cases/start-form.ts";
import { type Click, oldButton } from "./click.ts";
import { openTasksForm, startDraft } from "./open-form.ts";
import { environmentValueSchema, parseValue, poolValueSchema } from "./payloads.ts";
import type { Press } from "./press.ts";
import type { Toolbox } from "./toolbox.ts";

/** A press whose value names an environment. */
const inEnvironment =
  (
    act: (tools: Toolbox, click: Click, environment: Environment) => Promise<Answer | null>,
  ): Press =>
  async (tools, click) => {
    const value = parseValue(environmentValueSchema, click.value);
    return value === null ? oldButton() : act(tools, click, value.environment);
  };

/** A press whose value names a pool that has no run. */
const onPool =
  (
    act: (
      tools: Toolbox,
      click: Click,
      pool: { environment: Environment; poolId: string },
    ) => Promise<Answer | null>,
  ): Press =>
  async (tools, click) => {
    const value = parseValue(poolValueSchema, click.value);
    if (value === null) return oldButton();
    return act(tools, click, { environment: value.environment, poolId: value.pool });
  };

const opensForm = (kind: FormAsk["kind"]): Press =>
  inEnvironment(async (tools, click, environment) => {
    const show = await startDraft(tools, { ...click, environment }, kind);
    await show();
    return null;
  });

/** Buttons of the menu, and of answers about pools that have no run. */
export const menuPresses: { readonly [Id in ActionId]?: Press } = {
  [actions.newRun]: opensForm("run"),
  [actions.newProject]: opensForm("project"),
  [actions.newPool]: opensForm("pool"),
  [actions.newTasks]: opensForm("tasks"),
  [actions.listPools]: inEnvironment((tools, _click, environment) =>
    listPools(tools.deps, environment, null),
  ),
  [actions.listRequests]: inEnvironment((tools, _click, environment) =>
    listRuns(tools.deps, environment, { ownerId: null, search: null, waitingOnly: true }),
  ),
  [actions.requestPoolOpening]: onPool((tools, click, pool) =>
    requestOpening(tools.deps, { ...click, ...pool }),
  ),
  [actions.pausePool]: onPool((tools, click, pool) =>
    pausePool(tools.deps, { ...click, ...pool, why: null }),
  ),
  [actions.addPoolTasks]: onPool(async (tools, click, { environment, poolId }) => {
    await openTasksForm(tools, { ...click, environment }, { kind: "pool", poolId });
    return null;
  }),
};

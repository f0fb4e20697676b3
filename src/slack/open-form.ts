import type { WebClient } from "@slack/web-api";
import { refusalText } from "../../blocks/refusal-text.ts";
import { runForm } from "../../blocks/run-form.ts";
import { messageForm, skeletonForm } from "../../blocks/skeleton-form.ts";
import type { Answer } from "../domain/answer.ts";
import type { PoolTarget } from "../domain/command.ts";
import type { Environment } from "../domain/environment.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Run } from "../domain/run.ts";
import { findPool } from "../use-cases/find-pool.ts";
import { formFacts } from "../use-cases/form-facts.ts";
import { SlackFailure } from "../use-cases/ports.ts";
import { type FormAsk, startForm } from "../use-cases/start-form.ts";
import { connectionFor, poolRefusalOf } from "../use-cases/toloka-words.ts";
import { slackCall } from "./slack-calls.ts";
import type { Place } from "./slow-answer.ts";
import type { Toolbox } from "./toolbox.ts";

/** A form to be opened for somebody. */
export type FormRequest = Place & {
  readonly environment: Environment;
  readonly client: WebClient;
  /** Valid for three seconds, once. */
  readonly triggerId: string;
  readonly say: (answer: Answer) => Promise<void>;
};

const refused = (environment: Environment, refusal: Refusal): Answer => ({
  type: "refused",
  environment,
  refusal,
  requestId: null,
});

/** What is said when Slack does not let a form be opened any more. */
const tooLate = (environment: Environment, failure: SlackFailure): Answer =>
  refused(environment, {
    understood: "Open a form",
    wrong: `Slack did not let me open it (${failure.code}): a form must open within three seconds.`,
    next: "Try again. What was typed before is kept as a draft: /toloka lists it.",
    suggestion: null,
  });

/** Opens a run's current page. */
export const showForm = async (tools: Toolbox, request: FormRequest, run: Run): Promise<void> => {
  try {
    const view = runForm(run, formFacts(tools.deps, run, request.person));
    await slackCall(() => request.client.views.open({ trigger_id: request.triggerId, view }));
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    await request.say(tooLate(request.environment, error));
  }
};

/** Starts a draft, committed when this resolves; what it answers opens the first page or says the refusal. */
export const startDraft = async (
  tools: Toolbox,
  request: FormRequest,
  kind: FormAsk["kind"],
): Promise<() => Promise<void>> => {
  const { environment, person, channelId, teamId, occasion } = request;
  const started = await startForm(tools.deps, {
    kind,
    environment,
    pool: null,
    person,
    channelId,
    teamId,
    occasion,
  });
  return "refusal" in started
    ? () => request.say(refused(environment, started.refusal))
    : () => showForm(tools, request, started.run);
};

/** Reads the pool, starts or reopens its draft; null with the refusal already shown in the modal. */
const startTasks = async (
  tools: Toolbox,
  request: FormRequest,
  target: PoolTarget,
): Promise<{ run: Run } | { refusal: Refusal }> => {
  const { environment, person, channelId, teamId, occasion } = request;
  const understood = `Add tasks to a pool (${environment})`;
  const found = connectionFor(tools.deps, environment, understood);
  if ("refusal" in found) return found;
  let poolId = "";
  try {
    const named = await findPool(tools.deps, found.connection, environment, target, channelId);
    if ("refusal" in named) return named;
    poolId = named.poolId;
    const pool = await found.connection.pool(poolId);
    return await startForm(tools.deps, {
      kind: "tasks",
      environment,
      pool,
      person,
      channelId,
      teamId,
      occasion,
    });
  } catch (error) {
    return { refusal: poolRefusalOf(understood, { environment, poolId }, error).refusal };
  }
};

/**
 * Opens the tasks form of a pool. A skeleton opens at once, because Toloka may take longer to tell about
 * the pool than the three seconds a form has to open.
 */
export const openTasksForm = async (
  tools: Toolbox,
  request: FormRequest,
  target: PoolTarget,
): Promise<void> => {
  const { client, triggerId } = request;
  let viewId: string | undefined;
  try {
    const skeleton = skeletonForm("Add tasks", "Reading the pool from Toloka ...");
    const opened = await slackCall(() =>
      client.views.open({ trigger_id: triggerId, view: skeleton }),
    );
    viewId = opened.view?.id;
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    await request.say(tooLate(request.environment, error));
    return;
  }
  if (viewId === undefined) throw new Error("Slack opened a form without an id");
  const id = viewId;
  tools.inFlight.track(
    (async () => {
      const started = await startTasks(tools, request, target);
      const view =
        "refusal" in started
          ? messageForm("Add tasks", refusalText(started.refusal))
          : runForm(started.run, formFacts(tools.deps, started.run, request.person));
      try {
        await slackCall(() => client.views.update({ view_id: id, view }));
      } catch (error) {
        // Whoever closed the skeleton does not want the form any more; a draft is kept.
        if (!(error instanceof SlackFailure) || error.code !== "not_found") throw error;
      }
    })(),
  );
};

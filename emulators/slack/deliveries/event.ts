import type { JsonObject } from "../json.ts";
import type { Workspace } from "../workspace.ts";
import { randomHex } from "../world/ids.ts";
import type { Delivered } from "./app-link.ts";
import type { Answer } from "./http-post.ts";
import { VERIFICATION_TOKEN } from "./payload-parts.ts";

/** Slack repeats a failed event three times: at once, after a minute, after five. Milliseconds. */
const RETRY_PAUSES_MS = [0, 60_000, 300_000];

/**
 * Delivers an event if the app subscribed to `subscription` (such as `message.channels`). Resolves with
 * the first attempt; repetitions follow by timer.
 */
export async function sendEvent(
  workspace: Workspace,
  subscription: string,
  event: JsonObject,
): Promise<Delivered | undefined> {
  const { world, manifest } = workspace;
  if (manifest.events !== undefined && !manifest.events.includes(subscription)) return undefined;
  const payload: JsonObject = {
    token: VERIFICATION_TOKEN,
    team_id: world.team.id,
    context_team_id: world.team.id,
    context_enterprise_id: null,
    api_app_id: world.app.id,
    event,
    type: "event_callback",
    event_id: `Ev${randomHex(5).toUpperCase()}`,
    event_time: Math.floor(Date.now() / 1000),
    authorizations: [
      {
        enterprise_id: null,
        team_id: world.team.id,
        user_id: world.app.botUserId,
        is_bot: true,
        is_enterprise_install: false,
      },
    ],
    is_ext_shared_channel: false,
    event_context: `4-${randomHex(20)}`,
  };
  return await attempt(workspace, subscription, payload, undefined);
}

async function attempt(
  workspace: Workspace,
  subscription: string,
  payload: JsonObject,
  retry: { num: number; reason: string } | undefined,
): Promise<Delivered> {
  const delivered = await workspace.appLink.send({
    type: `event:${subscription}`,
    socketType: "events_api",
    form: "json",
    user: null,
    payload,
    ...(retry === undefined ? {} : { retry }),
  });
  const pauseMs = RETRY_PAUSES_MS[retry?.num ?? 0];
  if (delivered.outcome !== "acked" && !delivered.noRetry && pauseMs !== undefined) {
    const next = { num: (retry?.num ?? 0) + 1, reason: reasonOf(delivered.outcome) };
    const timer = setTimeout(() => {
      workspace.timers.delete(timer);
      void attempt(workspace, subscription, payload, next);
    }, pauseMs * workspace.settings.retryScale);
    workspace.timers.add(timer);
  }
  return delivered;
}

function reasonOf(outcome: Answer["outcome"]): string {
  if (outcome === "timeout") return "http_timeout";
  return outcome === "refused" ? "http_error" : "connection_failed";
}

import { type JsonObject, objectsOf } from "../json.ts";
import type { View } from "../world/entities.ts";
import type { World } from "../world/world.ts";
import { stateValues } from "./element-state.ts";

/**
 * A view as Slack hands it to an app. `withState: false` gives `{values: {}}`, as in the answers of the
 * Web API and in `view_closed`.
 */
export function viewShape(world: World, view: View, withState: boolean): JsonObject {
  const { payload } = view;
  const blocks = objectsOf(payload.blocks);
  return {
    id: view.id,
    team_id: world.team.id,
    type: view.type,
    blocks,
    private_metadata: payload.private_metadata ?? "",
    callback_id: payload.callback_id ?? "",
    state: { values: withState ? stateValues(blocks, view.state) : {} },
    hash: view.hash,
    title: payload.title ?? { type: "plain_text", text: "View Title", emoji: true },
    clear_on_close: payload.clear_on_close ?? false,
    notify_on_close: payload.notify_on_close ?? false,
    close: payload.close ?? null,
    submit: payload.submit ?? null,
    previous_view_id: view.previousViewId ?? null,
    root_view_id: view.rootViewId,
    app_id: world.app.id,
    external_id: payload.external_id ?? "",
    app_installed_team_id: world.team.id,
    bot_id: world.app.botId,
  };
}

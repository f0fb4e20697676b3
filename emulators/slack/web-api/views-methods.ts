import type { JsonObject } from "../json.ts";
import { judgeHomeOrModal } from "../judge.ts";
import { viewShape } from "../modals/view-shape.ts";
import {
  openRoot,
  openViewsOf,
  publishHome,
  pushView,
  replaceView,
  type Stacked,
} from "../modals/view-stack.ts";
import type { Trigger } from "../triggers.ts";
import type { View } from "../world/entities.ts";
import {
  type ApiCall,
  ApiError,
  type ApiMethods,
  invalidArguments,
  optionalText,
  requiredObject,
  requiredText,
} from "./api-call.ts";

function judgedView(call: ApiCall): JsonObject {
  const view = requiredObject(call, "view");
  const refusal = judgeHomeOrModal(call.workspace, view);
  if (refusal === undefined) return view;
  throw new ApiError(refusal.error, { response_metadata: { messages: refusal.messages } });
}

/** Uses the trigger up, after the view was found good, as Slack does. */
function exchanged(call: ApiCall): Trigger {
  const exchange = call.workspace.triggers.exchange(requiredText(call, "trigger_id"));
  if (!exchange.ok) throw new ApiError(exchange.error);
  return exchange.trigger;
}

function answer(call: ApiCall, stacked: Stacked): JsonObject {
  if (!stacked.ok) throw new ApiError(stacked.error);
  return { view: viewShape(call.workspace.world, stacked.view, false) };
}

function modalOnly(view: JsonObject): JsonObject {
  if (view.type !== "modal") {
    throw invalidArguments('[ERROR] must be "modal" [json-pointer:/view/type]');
  }
  return view;
}

function namedView(call: ApiCall): View {
  const viewId = optionalText(call, "view_id");
  const externalId = optionalText(call, "external_id");
  if (viewId === undefined && externalId === undefined) {
    throw invalidArguments("[ERROR] missing required field: view_id");
  }
  const found = [...call.workspace.world.views.values()].find((view) =>
    viewId === undefined ? view.payload.external_id === externalId : view.id === viewId,
  );
  if (found === undefined) throw new ApiError("not_found");
  return found;
}

export const viewsMethods: ApiMethods = {
  "views.open": {
    scopes: [],
    run(call) {
      const view = modalOnly(judgedView(call));
      const { userId, channelId, viewId } = exchanged(call);
      const { world } = call.workspace;
      // A trigger from within an open modal puts the new one on top of it.
      const onTop = viewId !== undefined && openViewsOf(world, userId).length > 0;
      return answer(
        call,
        onTop ? pushView(world, userId, view) : openRoot(world, userId, view, channelId),
      );
    },
  },
  "views.push": {
    scopes: [],
    run(call) {
      const view = modalOnly(judgedView(call));
      const { userId } = exchanged(call);
      return answer(call, pushView(call.workspace.world, userId, view));
    },
  },
  "views.update": {
    scopes: [],
    run(call) {
      const payload = modalOnly(judgedView(call));
      const view = namedView(call);
      const hash = optionalText(call, "hash");
      if (hash !== undefined && hash !== view.hash) throw new ApiError("hash_conflict");
      return answer(call, replaceView(call.workspace.world, view, payload));
    },
  },
  "views.publish": {
    scopes: [],
    run(call) {
      const { world } = call.workspace;
      const user = world.users.get(requiredText(call, "user_id"));
      if (user === undefined || user.deleted) throw new ApiError("user_not_found");
      const payload = judgedView(call);
      if (payload.type !== "home") {
        throw invalidArguments('[ERROR] must be "home" [json-pointer:/view/type]');
      }
      const hash = optionalText(call, "hash");
      const before = world.homes.get(user.id);
      if (hash !== undefined && before !== undefined && hash !== before.hash) {
        throw new ApiError("hash_conflict");
      }
      return answer(call, { ok: true, view: publishHome(world, user.id, payload) });
    },
  },
};

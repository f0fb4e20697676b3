import type { types } from "@slack/bolt";
import { plainContext } from "./block.ts";
import { callbacks } from "./ids.ts";
import { plain } from "./text.ts";

const bare = (callbackId: string, title: string, block: types.KnownBlock): types.ModalView => ({
  type: "modal",
  callback_id: callbackId,
  title: plain(title, 24),
  close: plain("Close", 24),
  blocks: [block],
});

/** Opened within the trigger's three seconds while facts are still being read; repainted afterwards. */
export const skeletonForm = (title: string, text: string): types.ModalView =>
  bare(callbacks.skeleton, title, plainContext(text));

/** A sentence with nothing to fill in: a refusal or a result. */
export const messageForm = (title: string, text: string): types.ModalView =>
  bare(callbacks.message, title, { type: "section", text: plain(text, 3000) });

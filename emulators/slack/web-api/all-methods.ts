import type { ApiMethods } from "./api-call.ts";
import { authMethods } from "./auth-methods.ts";
import { blocksValidate } from "./blocks-validate.ts";
import { chatChangeMethods } from "./chat-change-methods.ts";
import { chatPostMethods } from "./chat-post-methods.ts";
import { conversationsMethods } from "./conversations-methods.ts";
import { filesMethods } from "./files-methods.ts";
import { historyMethods } from "./history-methods.ts";
import { peopleMethods } from "./people-methods.ts";
import { viewsMethods } from "./views-methods.ts";

/** Every Web API method the workspace knows, by its name. */
export const allMethods: ApiMethods = {
  ...authMethods,
  ...blocksValidate,
  ...chatChangeMethods,
  ...chatPostMethods,
  ...conversationsMethods,
  ...filesMethods,
  ...historyMethods,
  ...peopleMethods,
  ...viewsMethods,
};

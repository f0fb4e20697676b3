import type { App } from "@slack/bolt";
import type { Toolbox } from "../toolbox.ts";
import { registerActions } from "./actions.ts";
import { registerCommands } from "./commands.ts";
import { registerEvents } from "./events.ts";
import { registerFormActions } from "./form-actions.ts";
import { registerOptions } from "./options.ts";
import { registerViews } from "./views.ts";

/** Everything Slack can send to this app, by the names of Slack's features. */
export const registerListeners = (app: App, tools: Toolbox): void => {
  registerCommands(app, tools);
  registerActions(app, tools);
  registerFormActions(app, tools);
  registerViews(app, tools);
  registerOptions(app, tools);
  registerEvents(app, tools);
};

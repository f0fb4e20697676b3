import type { App } from "@slack/bolt";
import { openHome } from "../../use-cases/open-home.ts";
import type { Toolbox } from "../toolbox.ts";

/** Events of Slack. Bolt has acknowledged them before they come here. */
export const registerEvents = (app: App, tools: Toolbox): void => {
  app.event("app_home_opened", async ({ event }) => {
    // The same event tells that somebody looks at the messages.
    if (event.tab !== "home") return;
    await openHome(tools.deps, event.user, event.view !== undefined);
  });
};

import { openDraft } from "../use-cases/draft-access.ts";
import { type Click, oldButton } from "./click.ts";
import { showForm } from "./open-form.ts";
import type { Toolbox } from "./toolbox.ts";

/** Opens a draft again where it was left; only for people who typed in it. */
export const resumeDraft = async (tools: Toolbox, click: Click): Promise<void> => {
  const { runValue } = click;
  if (runValue === null) return click.say(oldButton());
  const draft = await openDraft(tools.deps.database, runValue.run, click.person);
  if ("refusal" in draft) {
    return click.say({
      type: "refused",
      environment: "sandbox",
      refusal: draft.refusal,
      requestId: null,
    });
  }
  await showForm(tools, { ...click, environment: draft.run.environment }, draft.run);
};

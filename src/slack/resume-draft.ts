import { openDraft } from "../use-cases/draft-access.ts";
import { oldButton } from "./click.ts";
import { showForm } from "./open-form.ts";
import type { Press } from "./press.ts";

/** Opens a draft again where it was left; only for people who typed in it. */
export const resumeDraft: Press = async (tools, click) => {
  const { runValue } = click;
  if (runValue === null) return oldButton();
  const draft = await openDraft(tools.deps.database, runValue.run, click.person);
  if ("refusal" in draft) {
    return {
      type: "refused",
      environment: "sandbox",
      refusal: draft.refusal,
      requestId: null,
    };
  }
  await showForm(tools, { ...click, environment: draft.run.environment }, draft.run);
  return null;
};

import type { App, BlockAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { type ActionId, actions } from "../../../blocks/ids.ts";
import { refusalText } from "../../../blocks/refusal-text.ts";
import { runForm } from "../../../blocks/run-form.ts";
import { messageForm } from "../../../blocks/skeleton-form.ts";
import { formFacts } from "../../use-cases/form-facts.ts";
import { SlackFailure } from "../../use-cases/ports.ts";
import { type DraftPress, saveDraft } from "../../use-cases/save-draft.ts";
import { formInputOf, stateSchema } from "../form-state.ts";
import { parseValue, runValueSchema } from "../payloads.ts";
import { slackCall } from "../slack-calls.ts";
import type { Toolbox } from "../toolbox.ts";
import { identify } from "../who.ts";

/** Presses and choices inside the run form: each keeps what was typed. */
const presses: { readonly [Id in ActionId]?: DraftPress["kind"] } = {
  [actions.back]: "back",
  [actions.saveDraft]: "save",
  [actions.fixFile]: "fix-file",
  [actions.leaveOutBadRows]: "leave-out-bad-rows",
  [actions.taskKind]: "choose",
  [actions.environment]: "choose",
};

const savedText =
  "Your draft is saved. Close this window; /toloka lists your drafts, and Resume brings you back to this page.";

type Open = { readonly viewId: string; readonly client: WebClient };

const paint = async (
  open: Open,
  view: Parameters<WebClient["views"]["update"]>[0]["view"],
): Promise<void> => {
  try {
    await slackCall(() => open.client.views.update({ view_id: open.viewId, view }));
  } catch (error) {
    // The person closed the form; what was typed is kept.
    if (!(error instanceof SlackFailure) || error.code !== "not_found") throw error;
  }
};

const press = async (
  tools: Toolbox,
  kind: DraftPress["kind"],
  body: BlockAction,
  open: Open,
): Promise<void> => {
  const carried = parseValue(runValueSchema, body.view?.private_metadata);
  const state = stateSchema.safeParse(body.view?.state ?? { values: {} });
  const who = await identify(tools.deps, body.user.id);
  if ("answer" in who || carried === null || !state.success) {
    const text =
      "answer" in who && who.answer.type === "refused"
        ? refusalText(who.answer.refusal)
        : "I do not know this form any more. Start again with /toloka";
    return paint(open, messageForm("Toloka", text));
  }
  const saved = await saveDraft(tools.deps, {
    runId: carried.run,
    person: who.person,
    input: formInputOf(state.data),
    press: { kind },
  });
  if ("refusal" in saved) return paint(open, messageForm("Toloka", refusalText(saved.refusal)));
  if (kind === "save") return paint(open, messageForm("Draft saved", savedText));
  return paint(open, runForm(saved.run, formFacts(tools.deps, saved.run, who.person)));
};

/** Buttons and choices inside the run form. */
export const registerFormActions = (app: App, tools: Toolbox): void => {
  for (const [id, kind] of Object.entries(presses)) {
    app.action<BlockAction>(id, async ({ ack, body, client }) => {
      await ack();
      const viewId = body.view?.id;
      if (viewId !== undefined) await press(tools, kind, body, { viewId, client });
    });
  }
};

import type { App, BlockAction } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { type ActionId, actions } from "../../../blocks/ids.ts";
import { refusalText } from "../../../blocks/refusal-text.ts";
import { runForm } from "../../../blocks/run-form.ts";
import { messageForm } from "../../../blocks/skeleton-form.ts";
import type { Run } from "../../domain/run.ts";
import { formFacts } from "../../use-cases/form-facts.ts";
import { type Person, SlackFailure } from "../../use-cases/ports.ts";
import { type DraftPress, saveDraft } from "../../use-cases/save-draft.ts";
import { formInputOf, stateSchema } from "../form-state.ts";
import { formValueSchema, parseValue } from "../payloads.ts";
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

/** The form that was pressed in; the hash is the picture of it that the person saw. */
type Open = { readonly viewId: string; readonly hash: string; readonly client: WebClient };

type View = Parameters<WebClient["views"]["update"]>[0]["view"];

/** Paints over the picture that was pressed in; false when the form shows another one by now, or is closed. */
const paint = async (open: Open, view: View, hash?: string): Promise<boolean> => {
  const place = { view_id: open.viewId, ...(hash === undefined ? {} : { hash }) };
  try {
    await slackCall(() => open.client.views.update({ ...place, view }));
    return true;
  } catch (error) {
    const isGone = error instanceof SlackFailure && goneCodes.includes(error.code);
    if (!isGone) throw error;
    return false;
  }
};

/** Slack's words for a form that was closed, and for one that was repainted since the press. */
const goneCodes: readonly string[] = ["not_found", "hash_conflict"];

/**
 * Paints the draft as it was left by a press. A picture that came in between counts when it belongs to a
 * later state of the draft, such as the next page; else it was of an earlier press and is painted over.
 * An outrun press never paints over another picture.
 */
const paintRun = async (
  tools: Toolbox,
  open: Open,
  { run, isOutrun }: { readonly run: Run; readonly isOutrun: boolean },
  person: Person,
): Promise<void> => {
  const view = runForm(run, formFacts(tools.deps, run, person));
  if ((await paint(open, view, open.hash)) || isOutrun) return;
  const now = await tools.deps.database.runs.find(run.id);
  if (now?.version === run.version) await paint(open, view);
};

/** Keeps what was typed, committed when this resolves; what it answers paints what came of it. */
const press = async (
  tools: Toolbox,
  kind: DraftPress["kind"],
  body: BlockAction,
  open: Open,
): Promise<() => Promise<unknown>> => {
  const carried = parseValue(formValueSchema, body.view?.private_metadata);
  const state = stateSchema.safeParse(body.view?.state ?? { values: {} });
  const who = await identify(tools.deps, body.user.id);
  if ("answer" in who || carried === null || !state.success) {
    const text =
      "answer" in who && who.answer.type === "refused"
        ? refusalText(who.answer.refusal)
        : "I do not know this form any more. Start again with /toloka";
    return () => paint(open, messageForm("Toloka", text));
  }
  const saved = await saveDraft(tools.deps, {
    runId: carried.run,
    page: carried.page,
    person: who.person,
    input: formInputOf(state.data),
    press: { kind },
  });
  if ("refusal" in saved) {
    // A choice asked for nothing: a form that went on meanwhile is not replaced by a refusal.
    const hash = kind === "choose" ? open.hash : undefined;
    return () => paint(open, messageForm("Toloka", refusalText(saved.refusal)), hash);
  }
  if (kind === "save") return () => paint(open, messageForm("Draft saved", savedText));
  return () => paintRun(tools, open, saved, who.person);
};

/** Buttons and choices inside the run form. Committed first: an acknowledged press is never lost. */
export const registerFormActions = (app: App, tools: Toolbox): void => {
  for (const [id, kind] of Object.entries(presses)) {
    app.action<BlockAction>(id, async ({ ack, body, client }) => {
      const { view } = body;
      if (view === undefined) return ack();
      const show = await press(tools, kind, body, { viewId: view.id, hash: view.hash, client });
      await ack();
      await show();
    });
  }
};

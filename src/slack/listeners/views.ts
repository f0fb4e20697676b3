import type {
  AllMiddlewareArgs,
  App,
  SlackViewMiddlewareArgs,
  ViewSubmitAction,
} from "@slack/bolt";
import { callbacks } from "../../../blocks/ids.ts";
import { refusalText } from "../../../blocks/refusal-text.ts";
import { runForm } from "../../../blocks/run-form.ts";
import { messageForm } from "../../../blocks/skeleton-form.ts";
import type { Answer } from "../../domain/answer.ts";
import { reviewFields } from "../../domain/form.ts";
import { formFacts } from "../../use-cases/form-facts.ts";
import { submitForm } from "../../use-cases/submit-form.ts";
import { vote } from "../../use-cases/vote.ts";
import { errorsByBlock, formInputOf, stateSchema } from "../form-state.ts";
import { formValueSchema, parseValue, runValueSchema } from "../payloads.ts";
import type { Toolbox } from "../toolbox.ts";
import { identify } from "../who.ts";

type SubmissionArgs = SlackViewMiddlewareArgs<ViewSubmitAction> & AllMiddlewareArgs;

/** The shortest reason of a denial, in characters. */
const shortestReason = 10;

/** Turns the modal into a sentence. */
const tell = async (args: SubmissionArgs, text: string): Promise<void> => {
  await args.ack({
    response_action: "update",
    view: messageForm(args.view.title.text.slice(0, 24), text),
  });
};

const tellAnswer = async (args: SubmissionArgs, answer: Answer): Promise<void> => {
  await tell(args, answer.type === "refused" ? refusalText(answer.refusal) : "Done.");
};

const unknownForm = "I do not know this form any more. Start again with /toloka";

/** A submitted page of a run's form. */
const submitRun = async (tools: Toolbox, args: SubmissionArgs): Promise<void> => {
  const { ack, body, view } = args;
  const carried = parseValue(formValueSchema, view.private_metadata);
  const state = stateSchema.safeParse(view.state);
  if (carried === null || !state.success) return tell(args, unknownForm);
  const who = await identify(tools.deps, body.user.id);
  if ("answer" in who) return tellAnswer(args, who.answer);
  const outcome = await submitForm(tools.deps, {
    runId: carried.run,
    page: carried.page,
    person: who.person,
    input: formInputOf(state.data),
    viewId: view.id,
    occasion: body.trigger_id,
  });
  switch (outcome.kind) {
    case "errors":
      return ack({ response_action: "errors", errors: errorsByBlock(outcome.errors, state.data) });
    case "page":
    case "checking": {
      const checking = outcome.kind === "checking";
      const shown = checking ? { ...outcome.run, page: "report" as const } : outcome.run;
      const facts = formFacts(tools.deps, shown, who.person, checking);
      return ack({ response_action: "update", view: runForm(shown, facts) });
    }
    case "sent":
      return ack({ response_action: "clear" });
    case "refused":
      return tell(args, refusalText(outcome.refusal));
  }
};

/** A submitted reason for a denial. */
const submitDenial = async (tools: Toolbox, args: SubmissionArgs): Promise<void> => {
  const carried = parseValue(runValueSchema, args.view.private_metadata);
  const state = stateSchema.safeParse(args.view.state);
  if (carried === null || !state.success) return tell(args, unknownForm);
  const typed = formInputOf(state.data)[reviewFields.reason];
  const reason = typeof typed === "string" ? typed.trim() : "";
  if (reason.length < shortestReason) {
    const errors = {
      [reviewFields.reason]: `Say why in ${shortestReason} characters or more: the requester reads this.`,
    };
    return args.ack({ response_action: "errors", errors: errorsByBlock(errors, state.data) });
  }
  const who = await identify(tools.deps, args.body.user.id);
  if ("answer" in who) return tellAnswer(args, who.answer);
  const outcome = await vote(tools.deps, {
    runId: carried.run,
    version: carried.version,
    person: who.person,
    decision: "deny",
    reason,
  });
  if (outcome.kind === "refused") return tellAnswer(args, outcome.answer);
  return args.ack({ response_action: "clear" });
};

/** Submissions of the modals. Every answer is in the acknowledgement: Slack shows nothing that comes later. */
export const registerViews = (app: App, tools: Toolbox): void => {
  app.view<ViewSubmitAction>(callbacks.run, (args) => submitRun(tools, args));
  app.view<ViewSubmitAction>(callbacks.deny, (args) => submitDenial(tools, args));
};

import type { AllMiddlewareArgs, App, SlackCommandMiddlewareArgs } from "@slack/bolt";
import { answerMessage } from "../../../blocks/answer.ts";
import type { Answer } from "../../domain/answer.ts";
import type { Command } from "../../domain/command.ts";
import { parseCommand } from "../../domain/grammar.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Deps } from "../../use-cases/deps.ts";
import type { Person } from "../../use-cases/ports.ts";
import { connectionFor } from "../../use-cases/toloka-words.ts";
import { answering } from "../answering.ts";
import { openTasksForm, startDraft } from "../open-form.ts";
import { slowAnswer } from "../slow-answer.ts";
import type { Toolbox } from "../toolbox.ts";
import { identify } from "../who.ts";

type CommandArgs = SlackCommandMiddlewareArgs & AllMiddlewareArgs;

/** The private reply to a command. */
const reply = (answer: Answer) => ({
  response_type: "ephemeral" as const,
  ...answerMessage(answer),
});

/** What is answered without asking anybody. */
const immediate = (deps: Deps, text: string, command: Command): Answer | null => {
  const { environment } = command;
  const refuse = (refusal: Refusal): Answer => ({
    type: "refused",
    environment,
    refusal,
    requestId: null,
  });
  if (command.kind === "refused") return refuse(command.refusal);
  if (environment === "production") {
    const found = connectionFor(deps, environment, `/toloka ${text.trim()}`);
    if ("refusal" in found) return refuse(found.refusal);
  }
  return command.kind === "help" ? { type: "help", environment, verb: command.verb } : null;
};

const act = async (
  tools: Toolbox,
  args: CommandArgs,
  command: Command,
  person: Person,
): Promise<void> => {
  const { command: sent, ack, client, respond } = args;
  const place = {
    person,
    channelId: sent.channel_id,
    teamId: sent.team_id,
    occasion: sent.trigger_id,
  };
  const say = async (answer: Answer): Promise<void> => {
    await respond(reply(answer));
  };
  if (command.kind === "new" || command.kind === "tasks") {
    const ask = {
      ...place,
      environment: command.environment,
      client,
      triggerId: sent.trigger_id,
      say,
    };
    if (command.kind === "new") {
      // Committed first: an acknowledged command has its draft.
      const show = await startDraft(tools, ask, command.what);
      await ack();
      await show();
      return;
    }
    await ack();
    await openTasksForm(tools, ask, command.target);
    return;
  }
  await ack();
  tools.inFlight.track(answering(say, () => slowAnswer(tools, command, place)));
};

/**
 * `/toloka` and its second name `/label`: parses the words, answers what needs nobody at once, and hands
 * the rest on after the acknowledgement.
 */
export const registerCommands = (app: App, tools: Toolbox): void => {
  app.command(/^\/(toloka|label)$/, async (args) => {
    const command = parseCommand(args.command.text);
    const known = immediate(tools.deps, args.command.text, command);
    if (known !== null) {
      await args.ack(reply(known));
      return;
    }
    const who = await identify(tools.deps, args.command.user_id);
    if ("answer" in who) {
      await args.ack(reply({ ...who.answer, environment: command.environment }));
      return;
    }
    await act(tools, args, command, who.person);
  });
};

import type {
  AllMiddlewareArgs,
  BlockAction,
  ButtonAction,
  SlackActionMiddlewareArgs,
} from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { answerMessage } from "../../blocks/answer.ts";
import type { RunValue } from "../../blocks/ids.ts";
import type { Answer } from "../domain/answer.ts";
import type { Environment } from "../domain/environment.ts";
import { environmentValueSchema, parseValue, poolValueSchema, runValueSchema } from "./payloads.ts";
import type { Place } from "./slow-answer.ts";
import type { Toolbox } from "./toolbox.ts";
import { type Voice, voiceOnHome } from "./voice-on-home.ts";
import { identify } from "./who.ts";

/** A press on a button of a message or of the Home, by an identified full member. */
export type Click = Place & {
  readonly client: WebClient;
  readonly triggerId: string;
  readonly value: string | undefined;
  /** The value as a run's, when it is one. */
  readonly runValue: RunValue | null;
  /** Whether the button stands on the Home: in no channel, and on no message. */
  readonly isOnHome: boolean;
  readonly voice: Voice;
  readonly say: Voice["say"];
};

/** A press that does not count, and why. */
type Turned = Pick<Click, "isOnHome" | "voice"> & { readonly answer: Answer };

type ClickArgs = SlackActionMiddlewareArgs<BlockAction<ButtonAction>> & AllMiddlewareArgs;

/** What is said about a button whose value the bot did not write. */
export const oldButton = (): Answer => ({
  type: "refused",
  environment: "sandbox",
  refusal: {
    understood: "You pressed a button",
    wrong: "I do not know this button any more; nothing was done.",
    next: "Use the newest card, or start from the menu.",
    suggestion: "/toloka",
  },
  requestId: null,
});

/** The environment a button is about; the sandbox for buttons that are about none. */
const placeOf = async (tools: Toolbox, value: string | undefined): Promise<Environment> => {
  const about = parseValue(poolValueSchema, value) ?? parseValue(environmentValueSchema, value);
  if (about !== null) return about.environment;
  const carried = parseValue(runValueSchema, value);
  const run = carried === null ? null : await tools.deps.database.runs.find(carried.run);
  return run?.environment ?? "sandbox";
};

/** Answers privately, beside the message of the button. */
const besideMessage = ({ body: { message }, respond }: ClickArgs): Voice => {
  // A card with replies names itself as its thread; an answer put there is not seen beside the card.
  const thread = message?.thread_ts === message?.ts ? undefined : message?.thread_ts;
  return {
    wait: async () => {},
    say: async (answer) => {
      await respond({
        response_type: "ephemeral",
        replace_original: false,
        ...answerMessage(answer),
        ...(typeof thread === "string" ? { thread_ts: thread } : {}),
      });
    },
  };
};

/** Reads who pressed what, or the answer for somebody whose press does not count. */
export const readClick = async (tools: Toolbox, args: ClickArgs): Promise<Click | Turned> => {
  const { action, body, client } = args;
  const isOnHome = body.view?.type === "home";
  const voice = isOnHome ? voiceOnHome(client, body.trigger_id, body.user.id) : besideMessage(args);
  const who = await identify(tools.deps, body.user.id);
  if ("answer" in who) {
    const environment = await placeOf(tools, action.value);
    return { answer: { ...who.answer, environment }, isOnHome, voice };
  }
  return {
    person: who.person,
    channelId: body.channel?.id ?? "",
    teamId: body.team?.id ?? "",
    occasion: body.trigger_id,
    client,
    triggerId: body.trigger_id,
    value: action.value,
    runValue: parseValue(runValueSchema, action.value),
    isOnHome,
    voice,
    say: voice.say,
  };
};

import { AuthorizationError, type ReceiverEvent } from "@slack/bolt";
import { parseCommand } from "../../domain/grammar.ts";
import type { Refusal } from "../../domain/refusal.ts";
import type { Clock, Log } from "../../use-cases/ports.ts";
import { type Database, TooLate } from "../../use-cases/store-ports.ts";
import type { BotIdentity } from "../app.ts";
import type { InFlight } from "../in-flight.ts";
import type { CommandRate } from "./command-rate.ts";
import { createCutoff } from "./cutoff.ts";
import { deliveryKeyOf, type Envelope, readEnvelope, teamOf, userOf } from "./envelope.ts";
import { hasPoisonedKeys } from "./poisoned-keys.ts";
import { failed, otherWorkspace, tooLate, tooManyCommands } from "./refusals.ts";
import type { Tell } from "./tell.ts";
import type { TurnedAway, TurnedAwayReason } from "./turned-away.ts";

/** Slack waits three seconds: an act that is not committed by then is not carried out. Milliseconds. */
const commitMs = 2_500;

/** Takes one request, as a receiver hands it over. */
export type Handle = (event: ReceiverEvent) => Promise<void>;

/** What the door needs. */
export type DoorParts = {
  readonly bot: BotIdentity;
  readonly database: Database;
  readonly clock: Clock;
  readonly log: Log;
  readonly inFlight: InFlight;
  readonly rate: CommandRate;
  readonly commandsAMinute: number;
  readonly tell: Tell;
  readonly turnedAway: TurnedAway;
};

/** Help and refusals are the same however often they are asked for, and need no database. */
const isHarmless = (envelope: Envelope): boolean =>
  envelope.command !== undefined &&
  ["help", "refused"].includes(parseCommand(envelope.text ?? "").kind);

/** Whether a person waits for an answer within Slack's three seconds. Events are repeated by Slack instead. */
const isAct = (envelope: Envelope): boolean => envelope.event_id === undefined;

/**
 * Stands before all listeners, for HTTP and Socket Mode alike: lets in what is meant for this app and this
 * workspace, each act and each event once, so many commands a minute, and ends every act in time with words
 * that are true.
 *
 * An act's trigger is used up before the act begins, in a commit of its own. Slack never repeats an act by
 * itself, and a person who presses again gets a new trigger: so nothing that a person did is lost by it,
 * while a caught request can never bring about what the person was told had not been recorded.
 */
export const createDoor = (parts: DoorParts, handle: Handle): Handle => {
  const { bot, database, tell, turnedAway } = parts;
  const refuse = (reason: TurnedAwayReason): never => {
    turnedAway(reason);
    throw new AuthorizationError(reason, new Error(reason));
  };
  const say = async (
    event: ReceiverEvent,
    envelope: Envelope,
    refusal: Refusal,
    keepsForm: boolean,
  ): Promise<void> => {
    try {
      await tell(event, envelope, refusal, keepsForm);
    } catch (error) {
      const name = error instanceof Error ? error.name : "unknown";
      parts.log.warn({ error: name }, "a refusal could not be told");
    }
  };
  const isAgain = async (envelope: Envelope): Promise<boolean> => {
    const key = isHarmless(envelope) ? null : deliveryKeyOf(envelope);
    return key !== null && !(await database.deliveries.first(key, "slack"));
  };
  const carryOut = async (event: ReceiverEvent, envelope: Envelope): Promise<void> => {
    const cutoff = createCutoff();
    let isAnswered = false;
    let isUndone = false;
    const answerOnce = async (work: () => Promise<void>): Promise<void> => {
      if (isAnswered) return;
      isAnswered = true;
      clearTimeout(timer);
      await work();
    };
    const late = () => {
      turnedAway("too-late");
      const recorded = cutoff.cut();
      isUndone = recorded === "nothing";
      const refusal = tooLate(recorded);
      parts.inFlight.track(answerOnce(() => say(event, envelope, refusal, true)));
    };
    const timer = isAct(envelope) ? setTimeout(late, commitMs) : undefined;
    const ack: ReceiverEvent["ack"] = async (answer) => {
      // The listener ends here: what it would say or paint next is not true any more.
      if (isUndone) throw new TooLate();
      await answerOnce(() => event.ack(answer));
    };
    try {
      await database.within(cutoff, async () => {
        if (await isAgain(envelope)) {
          turnedAway("came-again");
          await ack();
        } else if (!isAnswered) await handle({ ...event, ack });
      });
    } catch (error) {
      if (error instanceof TooLate) return;
      if (isAnswered || !isAct(envelope)) throw error;
      const refusal = failed(cutoff.cut());
      await answerOnce(() => say(event, envelope, refusal, true));
      throw error;
    }
  };
  return async (event) => {
    const envelope = readEnvelope(event.body);
    if (envelope === null || envelope.api_app_id !== bot.appId) return refuse("other-app");
    if (hasPoisonedKeys(event.body)) return refuse("poisoned-keys");
    if (teamOf(envelope) !== bot.teamId) {
      turnedAway("other-workspace");
      return say(event, envelope, otherWorkspace, false);
    }
    const user = userOf(envelope);
    if (envelope.command !== undefined && user !== null) {
      const waitSeconds = parts.rate(user, parts.clock.now().getTime());
      if (waitSeconds !== null) {
        turnedAway("too-many-commands");
        const refusal = tooManyCommands(parts.commandsAMinute, waitSeconds);
        return say(event, envelope, refusal, true);
      }
    }
    await carryOut(event, envelope);
  };
};

import type { ReceiverEvent } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { answerMessage } from "../../../blocks/answer.ts";
import { refusalText } from "../../../blocks/refusal-text.ts";
import { messageForm } from "../../../blocks/skeleton-form.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { slackCall } from "../slack-calls.ts";
import { slackAddress } from "../slack-hosts.ts";
import type { Envelope } from "./envelope.ts";

/** The longest that a word to a response_url may take, in milliseconds. */
const respondMs = 2_500;

/** Slack shows so many characters of an error under a field. */
const errorLength = 400;

/** Tells a person a refusal where they acted, and acknowledges the request. */
export type Tell = (
  event: ReceiverEvent,
  envelope: Envelope,
  refusal: Refusal,
  keepsForm: boolean,
) => Promise<void>;

const formTitle = (envelope: Envelope): string =>
  (envelope.view?.title?.text ?? "Toloka").slice(0, 24);

/** The first field of a submitted form; null when it has none. */
const firstField = (envelope: Envelope): string | null =>
  envelope.view?.blocks?.find(({ type }) => type === "input")?.block_id ?? null;

const privateMessage = (refusal: Refusal) => ({
  response_type: "ephemeral" as const,
  replace_original: false,
  ...answerMessage({ type: "refused", environment: "sandbox", refusal, requestId: null }),
});

/**
 * The one who tells before or without a listener, for every kind of request. With `keepsForm` a form stays
 * as it is, with all that was typed in it: the words stand at its first field or in a window above it.
 */
export const createTell = (client: WebClient, apiUrl: string): Tell => {
  const respond = async (address: string, refusal: Refusal): Promise<void> => {
    const url = slackAddress(address, apiUrl);
    if (url === null) return;
    await fetch(url, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(privateMessage(refusal)),
      redirect: "error",
      signal: AbortSignal.timeout(respondMs),
    });
  };
  return async (event, envelope, refusal, keepsForm) => {
    const text = refusalText(refusal);
    const window = messageForm(formTitle(envelope), text);
    if (envelope.command !== undefined) return event.ack(privateMessage(refusal));
    switch (envelope.type) {
      case "view_submission": {
        const field = keepsForm ? firstField(envelope) : null;
        if (field !== null) {
          const errors = { [field]: refusal.wrong.slice(0, errorLength) };
          return event.ack({ response_action: "errors", errors });
        }
        return event.ack({ response_action: keepsForm ? "push" : "update", view: window });
      }
      case "block_actions": {
        if (envelope.response_url !== undefined) {
          await event.ack();
          return respond(envelope.response_url, refusal);
        }
        const trigger_id = envelope.trigger_id ?? "";
        // Not acknowledged when this fails: then Slack itself says that it did not work.
        // On a Home there is no window yet that another could stand above.
        await slackCall(() =>
          envelope.view?.type === "home"
            ? client.views.open({ trigger_id, view: window })
            : client.views.push({ trigger_id, view: window }),
        );
        return event.ack();
      }
      case "block_suggestion":
        return event.ack({ options: [] });
      default:
        return event.ack();
    }
  };
};

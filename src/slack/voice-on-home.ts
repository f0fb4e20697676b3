import type { WebClient } from "@slack/web-api";
import { answerForm, answerMessage } from "../../blocks/answer.ts";
import { skeletonForm } from "../../blocks/skeleton-form.ts";
import type { Answer } from "../domain/answer.ts";
import { SlackFailure } from "../use-cases/ports.ts";
import { slackCall } from "./slack-calls.ts";

/** How a press is answered. */
export type Voice = {
  /** Shows that the press came in, where the answer may take longer than a window may take to open. */
  wait(): Promise<void>;
  say(answer: Answer): Promise<void>;
};

/** Does something that Slack may refuse; false when it did. */
const tried = async (call: () => Promise<unknown>): Promise<boolean> => {
  try {
    await slackCall(call);
    return true;
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    return false;
  }
};

/**
 * Answers a press on the Home, which is in no channel and has no response_url: in a window, which the press's
 * trigger opens within three seconds. When that is over, or the window was closed, the words come as a direct
 * message instead: no press is left without an answer.
 */
export const voiceOnHome = (client: WebClient, triggerId: string, userId: string): Voice => {
  let viewId: string | undefined;
  const show = (answer: Answer): Promise<boolean> => {
    const view = answerForm(answer);
    const shown = viewId;
    return shown === undefined
      ? tried(() => client.views.open({ trigger_id: triggerId, view }))
      : tried(() => client.views.update({ view_id: shown, view }));
  };
  return {
    wait: async () => {
      await tried(async () => {
        const view = skeletonForm("Toloka", "Asking Toloka ...");
        viewId = (await client.views.open({ trigger_id: triggerId, view })).view?.id;
      });
    },
    say: async (answer) => {
      if (await show(answer)) return;
      await slackCall(() => client.chat.postMessage({ channel: userId, ...answerMessage(answer) }));
    },
  };
};

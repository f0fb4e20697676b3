import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { SlackFailure } from "../use-cases/ports.ts";
import { slackCall } from "./slack-calls.ts";

/** So many of the newest messages are looked through. */
const lookBack = 100;

const messageSchema = z.looseObject({
  ts: z.string(),
  metadata: z
    .looseObject({ event_payload: z.looseObject({ key: z.string().optional() }).optional() })
    .optional(),
});

/**
 * The ts of the bot's message with this delivery key in a channel or thread; null when there is none.
 * "unreadable" where the installation was not granted the optional history scope.
 */
export const findByKey = async (
  client: WebClient,
  channelId: string,
  threadTs: string | null,
  key: string,
): Promise<string | null | "unreadable"> => {
  const query = { channel: channelId, limit: lookBack, include_all_metadata: true };
  try {
    const answer = await slackCall(() =>
      threadTs === null
        ? client.conversations.history(query)
        : client.conversations.replies({ ...query, ts: threadTs }),
    );
    const messages = z.array(messageSchema).safeParse(answer.messages ?? []);
    if (!messages.success) throw new SlackFailure("refused", "unexpected_shape");
    return (
      messages.data.find((message) => message.metadata?.event_payload?.key === key)?.ts ?? null
    );
  } catch (error) {
    if (error instanceof SlackFailure && error.code === "missing_scope") return "unreadable";
    throw error;
  }
};

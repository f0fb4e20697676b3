import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { SlackFailure } from "../use-cases/ports.ts";
import { slackCall } from "./slack-calls.ts";

/** So many messages a page. */
const pageSize = 100;

/** A thread comes oldest first, so it is read to its end: at most so many pages. */
const mostPages = 20;

const messageSchema = z.looseObject({
  ts: z.string(),
  metadata: z
    .looseObject({ event_payload: z.looseObject({ key: z.string().optional() }).optional() })
    .optional(),
});

const pageSchema = z.looseObject({
  messages: z.array(messageSchema).default([]),
  response_metadata: z.looseObject({ next_cursor: z.string().optional() }).optional(),
});

/** The newest messages of a channel, or all of a thread, by pages. */
async function* messagePages(client: WebClient, channelId: string, threadTs: string | null) {
  const query = { channel: channelId, limit: pageSize, include_all_metadata: true };
  let cursor = "";
  for (let count = 0; count < mostPages; count += 1) {
    const part = cursor === "" ? query : { ...query, cursor };
    const answer = await slackCall(() =>
      threadTs === null
        ? client.conversations.history(part)
        : client.conversations.replies({ ...part, ts: threadTs }),
    );
    const page = pageSchema.safeParse(answer);
    if (!page.success) throw new SlackFailure("refused", "unexpected_shape");
    yield page.data.messages;
    cursor = page.data.response_metadata?.next_cursor ?? "";
    // A channel comes newest first: what was posted a moment ago is on its first page.
    if (threadTs === null || cursor === "") return;
  }
}

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
  try {
    for await (const messages of messagePages(client, channelId, threadTs)) {
      const own = messages.find((message) => message.metadata?.event_payload?.key === key);
      if (own !== undefined) return own.ts;
    }
    return null;
  } catch (error) {
    if (error instanceof SlackFailure && error.code === "missing_scope") return "unreadable";
    throw error;
  }
};

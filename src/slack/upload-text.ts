import type { WebClient } from "@slack/web-api";
import { SlackFailure } from "../use-cases/ports.ts";
import { slackCall } from "./slack-calls.ts";
import { slackAddress } from "./slack-hosts.ts";

/** The longest that sending the bytes may take, in milliseconds. */
const uploadMs = 30_000;

/** A text file for a thread. */
export type TextFile = {
  readonly channelId: string;
  readonly threadTs: string;
  readonly fileName: string;
  readonly content: string;
};

/** Uploads a text file in Slack's three steps (address, bytes, completion); answers its id. Throws SlackFailure. */
export const uploadText = async (client: WebClient, file: TextFile): Promise<string> => {
  const bytes = new TextEncoder().encode(file.content);
  const slot = await slackCall(() =>
    client.files.getUploadURLExternal({ filename: file.fileName, length: bytes.byteLength }),
  );
  const { upload_url: address, file_id: id } = slot;
  if (address === undefined || id === undefined) throw new SlackFailure("unknown", "no_upload_url");
  const url = slackAddress(address, client.slackApiUrl);
  if (url === null) throw new SlackFailure("permanent", "file_host_refused");
  const sent = await fetch(url, {
    method: "POST",
    body: bytes,
    redirect: "error",
    signal: AbortSignal.timeout(uploadMs),
  }).catch((error: unknown) => {
    throw new SlackFailure(
      "unknown",
      "no_answer",
      null,
      error instanceof Error ? error.name : null,
    );
  });
  if (!sent.ok) throw new SlackFailure("unknown", `http_${sent.status}`);
  await slackCall(() =>
    client.files.completeUploadExternal({
      files: [{ id, title: file.fileName }],
      channel_id: file.channelId,
      thread_ts: file.threadTs,
    }),
  );
  return id;
};

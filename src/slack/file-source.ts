import type { WebClient } from "@slack/web-api";
import { z } from "zod";
import { type FileSource, SlackFailure, type SlackFile } from "../use-cases/ports.ts";
import { slackCall } from "./slack-calls.ts";
import { slackAddress } from "./slack-hosts.ts";

const fileSchema = z.looseObject({
  id: z.string(),
  name: z.string().nullish(),
  size: z.number().optional(),
  url_private_download: z.string().optional(),
  url_private: z.string().optional(),
});

/** The longest a download may take, in milliseconds. */
const downloadMs = 60_000;

/** Settings of the downloads: the token goes to these hosts and no others. */
export type FileSettings = { readonly botToken: string; readonly apiUrl: string };

/** Reads files of Slack with the bot's token; redirects are not followed, foreign hosts are refused. */
export const createFileSource = (client: WebClient, settings: FileSettings): FileSource => {
  const read = async (fileId: string) => {
    const answer = await slackCall(() => client.files.info({ file: fileId }));
    const parsed = fileSchema.safeParse(answer.file);
    if (!parsed.success) throw new SlackFailure("refused", "unexpected_shape");
    const { id, name, size, url_private_download, url_private } = parsed.data;
    const file: SlackFile = { id, name: name ?? id, size: size ?? 0 };
    return { file, address: url_private_download ?? url_private ?? "" };
  };
  return {
    info: async (fileId) => (await read(fileId)).file,
    open: async (fileId) => {
      const { file, address } = await read(fileId);
      const url = slackAddress(address, settings.apiUrl);
      if (url === null) throw new SlackFailure("permanent", "file_host_refused");
      const answer = await fetch(url, {
        headers: { authorization: `Bearer ${settings.botToken}` },
        redirect: "error",
        signal: AbortSignal.timeout(downloadMs),
      }).catch((error: unknown) => {
        throw new SlackFailure(
          "unknown",
          "no_answer",
          null,
          error instanceof Error ? error.name : null,
        );
      });
      if (!answer.ok || answer.body === null) {
        throw new SlackFailure(
          answer.status >= 500 ? "unknown" : "refused",
          `http_${answer.status}`,
        );
      }
      // Without the scope or the token Slack answers 200 with its login page.
      if (answer.headers.get("content-type")?.startsWith("text/html") === true) {
        throw new SlackFailure("permanent", "file_not_readable");
      }
      return { file, bytes: answer.body };
    },
  };
};

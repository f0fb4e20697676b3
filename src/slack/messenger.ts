import { createHash } from "node:crypto";
import type { types } from "@slack/bolt";
import type { WebClient } from "@slack/web-api";
import { directNotice } from "../../blocks/direct-notice.ts";
import { homeView } from "../../blocks/home/home-view.ts";
import { problemLine, problemsHeader } from "../../blocks/problems-file.ts";
import { resultsFileName, resultsText } from "../../blocks/results-files.ts";
import { runCard } from "../../blocks/run-card.ts";
import { runForm } from "../../blocks/run-form.ts";
import { threadMessage } from "../../blocks/thread-message.ts";
import type { RowProblem } from "../domain/plan.ts";
import type { Run } from "../domain/run.ts";
import type { Deps } from "../use-cases/deps.ts";
import { formFacts } from "../use-cases/form-facts.ts";
import { type Messenger, SlackFailure } from "../use-cases/ports.ts";
import { findByKey } from "./find-by-key.ts";
import { createRateGate } from "./rate-gate.ts";
import { slackCall } from "./slack-calls.ts";
import { uploadText } from "./upload-text.ts";

/** What a message carries so that it can be found again after an unknown outcome. */
const deliveryEvent = "lifeguard_delivery";

type Words = { readonly text: string; readonly blocks: types.KnownBlock[] };

/** Links in foreign text are never unfurled: a preview could show what nobody checked. */
const quiet = { unfurl_links: false, unfurl_media: false } as const;

/** A hash of what is shown. */
const pictureOf = (shown: object): string =>
  createHash("sha256").update(JSON.stringify(shown)).digest("hex");

const metadataOf = (key: string) => ({ event_type: deliveryEvent, event_payload: { key } });

/** All problems as one table. */
const problemsText = async (problems: AsyncIterable<readonly RowProblem[]>): Promise<string> => {
  const lines = [problemsHeader()];
  for await (const page of problems) lines.push(...page.map(problemLine));
  return lines.join("");
};

/**
 * Says things in Slack for durable jobs with the patient client. Each method makes one attempt and throws
 * SlackFailure; repeating is the job engine's.
 */
export const createMessenger = (client: WebClient, deps: () => Deps): Messenger => {
  const gate = createRateGate();
  const post = async (
    channel: string,
    words: Words,
    key: string,
    threadTs?: string,
  ): Promise<string> => {
    const answer = await gate("chat.postMessage", () =>
      slackCall(() =>
        client.chat.postMessage({
          channel,
          text: words.text,
          blocks: words.blocks,
          ...quiet,
          metadata: metadataOf(key),
          ...(threadTs === undefined ? {} : { thread_ts: threadTs }),
        }),
      ),
    );
    if (answer.ts === undefined) throw new SlackFailure("unknown", "no_ts");
    return answer.ts;
  };
  const rootOf = (run: Run): string => {
    if (run.rootTs === null) throw new Error(`run ${run.id} has no card yet`);
    return run.rootTs;
  };
  return {
    postCard: (card, key) => post(card.run.channelId, runCard(card), key),
    updateCard: async (card, ts) => {
      const { text, blocks } = runCard(card);
      await gate("chat.update", () =>
        slackCall(() => client.chat.update({ channel: card.run.channelId, ts, text, blocks })),
      );
    },
    postEvent: (card, event, key) =>
      post(card.run.channelId, threadMessage(card, event), key, rootOf(card.run)),
    postProblems: async (card, fileName, problems) =>
      uploadText(client, {
        channelId: card.run.channelId,
        threadTs: rootOf(card.run),
        fileName: `problems-${fileName
          .replace(/\.\w{1,5}$/, "")
          .replace(/[^\w.-]+/g, "_")
          .slice(0, 80)}.csv`,
        content: await problemsText(problems),
      }),
    postResults: async (card, { file, isInterim, columns, rows }) =>
      uploadText(client, {
        channelId: card.run.channelId,
        threadTs: rootOf(card.run),
        fileName: resultsFileName(file, card.run.poolId, isInterim),
        content: await resultsText(file, columns, rows),
      }),
    pictureOf: (card) => pictureOf(runCard(card)),
    pictureOfHome: (home) => pictureOf(homeView(home)),
    publishHome: async (userId, home, replaces) => {
      const answer = await gate("views.publish", () =>
        slackCall(() =>
          client.views.publish({
            user_id: userId,
            view: homeView(home),
            ...(replaces === null ? {} : { hash: replaces }),
          }),
        ),
      );
      return answer.view?.hash ?? "";
    },
    tell: async (userId, notice, key) => {
      await post(userId, directNotice(notice), key);
    },
    findByKey: (channelId, threadTs, key) => findByKey(client, channelId, threadTs, key),
    updateForm: async (viewId, run) => {
      const person = await deps().people.find(run.editorIds.at(-1) ?? run.ownerId);
      try {
        await slackCall(() =>
          client.views.update({
            view_id: viewId,
            view: runForm(run, formFacts(deps(), run, person)),
          }),
        );
        return true;
      } catch (error) {
        if (error instanceof SlackFailure && error.code === "not_found") return false;
        throw error;
      }
    },
  };
};

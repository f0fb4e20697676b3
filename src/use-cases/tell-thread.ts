import type { RunCard } from "../domain/card.ts";
import type { StoredEvent } from "../domain/event.ts";
import { filesOf } from "../domain/results/results.ts";
import type { Run } from "../domain/run.ts";
import { cardFor } from "./card-for.ts";
import type { Deps } from "./deps.ts";
import { paintCard } from "./paint-card.ts";
import { SlackFailure } from "./ports.ts";
import { postOnce } from "./post-once.ts";
import type { JobOutcome } from "./store-ports.ts";

/** Answers are kept until their files are sent, or are known never to be. */
const forgetAnswers = async (deps: Deps, { event, runId }: StoredEvent): Promise<void> => {
  if (event.type !== "results" || event.results.files === null) return;
  await deps.database.results.forget(runId, event.results.files.batch);
};

/** Sends the files beside an event, if it has any. */
const sendFiles = async (
  deps: Deps,
  run: Run,
  card: RunCard,
  { event, seq }: StoredEvent,
  rootTs: string,
): Promise<void> => {
  const post = (kind: string, send: () => Promise<string>): Promise<string> =>
    postOnce(deps, run, {
      kind,
      ordinal: seq,
      key: `${run.id}:${seq}:${kind}`,
      channelId: run.channelId,
      threadTs: rootTs,
      send,
    });
  if (event.type === "problems-file") {
    const { fileName, checkId } = event;
    const problems = deps.database.rows.problems(checkId);
    await post("file", () => deps.messenger.postProblems(card, fileName, problems));
  }
  if (event.type !== "results" || event.results.files === null) return;
  const { isInterim, files } = event.results;
  for (const file of filesOf(event.results)) {
    const rows = deps.database.results.rows(run.id, files.batch);
    await post(file, () =>
      deps.messenger.postResults(card, { file, isInterim, columns: files, rows }),
    );
  }
};

/** Tells one event in the thread, with its files where it has some. */
const tellEvent = async (
  deps: Deps,
  run: Run,
  card: RunCard,
  event: StoredEvent,
  rootTs: string,
): Promise<void> => {
  const key = `${run.id}:${event.seq}`;
  const ts = await postOnce(deps, run, {
    kind: "reply",
    ordinal: event.seq,
    key,
    channelId: run.channelId,
    threadTs: rootTs,
    send: () => deps.messenger.postEvent(card, event, key),
  });
  await sendFiles(deps, run, card, event, rootTs);
  await deps.database.events.markTold(run.id, event.seq, ts);
  await forgetAnswers(deps, event);
};

/** Tells the owner once that something cannot be posted: `about` is the channel or one message. */
const tellOwner = async (deps: Deps, run: Run, code: string, about: string): Promise<void> => {
  await deps.database.transaction((store) =>
    store.jobs.send({
      name: "tell-person",
      userId: run.ownerId,
      notice: {
        type: "cannot-post",
        channelId: run.channelId,
        code,
        name: run.poolName ?? run.projectName ?? "your run",
      },
      key: `${run.id}:cannot-post:${about}:${code}`,
    }),
  );
};

/** What stands in the place of a ts for an event that Slack will never take. */
const undeliverable = "undeliverable";

/** Tells everything not yet told, in order; what Slack will never take is left out and the owner is told. */
const tellEvents = async (deps: Deps, run: Run, rootTs: string): Promise<void> => {
  for (const event of await deps.database.events.untold(run.id)) {
    try {
      await tellEvent(deps, run, cardFor(deps, run), event, rootTs);
    } catch (error) {
      if (!(error instanceof SlackFailure) || error.kind !== "unsayable") throw error;
      deps.log.error({ run: run.id, seq: event.seq, code: error.code }, "a message is not sayable");
      await tellOwner(deps, run, error.code, String(event.seq));
      await deps.database.events.markTold(run.id, event.seq, undeliverable);
      await forgetAnswers(deps, event);
    }
  }
};

/**
 * Brings a run's card and thread up to date: the card first, then everything not yet told, in order. One
 * such job per run is active at a time. A channel that cannot be posted to ends the job and tells the
 * owner; what was not told stays and is told with the next one that can be.
 */
export const tellThread = async (deps: Deps, runId: string): Promise<JobOutcome> => {
  const run = await deps.database.runs.find(runId);
  if (run === null) return "done";
  try {
    const rootTs = await paintCard(deps, run, cardFor(deps, run));
    await tellEvents(deps, { ...run, rootTs }, rootTs);
    return "done";
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    if (error.kind === "rate_limited") return { againAfterMs: error.retryAfterMs ?? 1_000 };
    if (error.code === "thread_not_found") {
      // The card was deleted while it needed no repaint: painting it shows that, and posts a new one.
      await deps.database.paint.save(runId, "");
      return { againAfterMs: 1_000 };
    }
    if (error.kind !== "permanent" && error.kind !== "unsayable") throw error;
    deps.log.error({ run: runId, code: error.code }, "the thread cannot be told");
    await tellOwner(deps, run, error.code, "channel");
    return "done";
  }
};

import type { RunCard } from "../domain/card.ts";
import type { StoredEvent } from "../domain/event.ts";
import type { Run } from "../domain/run.ts";
import { cardFor } from "./card-for.ts";
import type { Deps } from "./deps.ts";
import { SlackFailure } from "./ports.ts";
import type { JobOutcome } from "./store-ports.ts";

/** A message about to be posted, and how it is posted. */
type Post = {
  readonly kind: string;
  readonly ordinal: number;
  readonly key: string;
  readonly channelId: string;
  readonly threadTs: string | null;
  readonly send: () => Promise<string>;
};

/**
 * Posts one message at least once and, where an earlier attempt got no answer and the history may be
 * read, not twice: the message carries its key, and is looked for before it is posted again.
 */
const postOnce = async (deps: Deps, run: Run, post: Post): Promise<string> => {
  const { effects } = deps.database;
  const earlier = await effects.find(run.id, post.kind, post.ordinal);
  if (earlier?.status === "done" && earlier.externalId !== null) return earlier.externalId;
  if (earlier?.status === "sent") {
    const found = await deps.messenger.findByKey(post.channelId, post.threadTs, post.key);
    if (found !== null && found !== "unreadable") {
      await effects.finish(run.id, post.kind, post.ordinal, found);
      return found;
    }
    if (found === "unreadable")
      deps.log.warn({ run: run.id, key: post.key }, "posting again: the history cannot be read");
  }
  await effects.begin(run.id, post.kind, post.ordinal, post.key);
  try {
    const ts = await post.send();
    await effects.finish(run.id, post.kind, post.ordinal, ts);
    return ts;
  } catch (error) {
    if (error instanceof SlackFailure && error.kind !== "unknown") {
      await effects.fail(run.id, post.kind, post.ordinal);
    }
    throw error;
  }
};

/** Posts the card once and repaints it whenever it would look different. */
const paintCard = async (deps: Deps, run: Run, card: RunCard): Promise<string> => {
  const picture = deps.messenger.pictureOf(card);
  if (run.rootTs === null) {
    const ts = await postOnce(deps, run, {
      kind: "card",
      ordinal: 0,
      key: `${run.id}:card`,
      channelId: run.channelId,
      threadTs: null,
      send: () => deps.messenger.postCard(card, `${run.id}:card`),
    });
    await deps.database.transaction(async (store) => {
      await store.cards.place(run.id, ts);
      await store.paint.save(run.id, picture);
    });
    return ts;
  }
  if ((await deps.database.paint.last(run.id)) !== picture) {
    await deps.messenger.updateCard(card, run.rootTs);
    await deps.database.paint.save(run.id, picture);
  }
  return run.rootTs;
};

/** Tells one event in the thread, with its file where it has one. */
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
  if (event.event.type === "problems-file") {
    const { fileName, checkId } = event.event;
    const problems = deps.database.rows.problems(checkId);
    await postOnce(deps, run, {
      kind: "file",
      ordinal: event.seq,
      key: `${key}:file`,
      channelId: run.channelId,
      threadTs: rootTs,
      send: () => deps.messenger.postProblems(card, fileName, problems),
    });
  }
  await deps.database.events.markTold(run.id, event.seq, ts);
};

/** Tells the owner once that the channel cannot be posted to. */
const tellOwner = async (deps: Deps, run: Run, code: string): Promise<void> => {
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
      key: `${run.id}:cannot-post:${code}`,
    }),
  );
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
    const placed = { ...run, rootTs };
    for (const event of await deps.database.events.untold(runId)) {
      await tellEvent(deps, placed, cardFor(deps, placed), event, rootTs);
    }
    return "done";
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    if (error.kind === "rate_limited") return { againAfterMs: error.retryAfterMs ?? 1_000 };
    if (error.kind !== "permanent") throw error;
    deps.log.error({ run: runId, code: error.code }, "the thread cannot be told");
    await tellOwner(deps, run, error.code);
    return "done";
  }
};

import type { Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import { SlackFailure } from "./ports.ts";

/** A message about to be posted, and how it is posted. */
export type Post = {
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
export const postOnce = async (deps: Deps, run: Run, post: Post): Promise<string> => {
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

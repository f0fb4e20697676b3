import type { RunCard } from "../domain/card.ts";
import type { Run } from "../domain/run.ts";
import type { Deps } from "./deps.ts";
import { SlackFailure } from "./ports.ts";
import { postOnce } from "./post-once.ts";

/** Whether the message that was to be changed is not there any more: somebody deleted it. */
const isGone = (error: unknown): boolean =>
  error instanceof SlackFailure && error.code === "message_not_found";

/** Which card of the run is next: each deleted one has its own number, so that none is posted twice. */
const nextCard = async (deps: Deps, run: Run): Promise<number> => {
  if (run.rootTs === null) return 0;
  for (let ordinal = 0; ; ordinal += 1) {
    const effect = await deps.database.effects.find(run.id, "card", ordinal);
    if (effect === null || effect.externalId === run.rootTs) return ordinal + 1;
  }
};

/** Posts a card as a new root message and remembers it as the run's. */
const postCard = async (deps: Deps, run: Run, card: RunCard, picture: string): Promise<string> => {
  const ordinal = await nextCard(deps, run);
  const key = ordinal === 0 ? `${run.id}:card` : `${run.id}:card:${ordinal}`;
  const ts = await postOnce(deps, run, {
    kind: "card",
    ordinal,
    key,
    channelId: run.channelId,
    threadTs: null,
    send: () => deps.messenger.postCard(card, key),
  });
  await deps.database.transaction(async (store) => {
    await store.cards.place(run.id, ts);
    await store.paint.save(run.id, picture);
  });
  return ts;
};

/**
 * Posts the card and repaints it whenever it would look different; answers where it stands. A card that
 * somebody deleted is posted anew with the next change, and the thread goes on below the new one: the run
 * goes on too, and its buttons must be somewhere.
 */
export const paintCard = async (deps: Deps, run: Run, card: RunCard): Promise<string> => {
  const picture = deps.messenger.pictureOf(card);
  if (run.rootTs === null) return postCard(deps, run, card, picture);
  if ((await deps.database.paint.last(run.id)) === picture) return run.rootTs;
  try {
    await deps.messenger.updateCard(card, run.rootTs);
  } catch (error) {
    if (!isGone(error)) throw error;
    deps.log.warn({ run: run.id }, "the card was deleted; a new one is posted");
    return postCard(deps, run, card, picture);
  }
  await deps.database.paint.save(run.id, picture);
  return run.rootTs;
};

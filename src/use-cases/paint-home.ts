import type { Home } from "../domain/home.ts";
import { wantBalances } from "./balances.ts";
import type { Deps } from "./deps.ts";
import { homeFor } from "./home-for.ts";
import { SlackFailure } from "./ports.ts";
import { waitOf } from "./refresh-homes.ts";
import type { JobOutcome, KeptHome } from "./store-ports.ts";

/** Slack's words for a Home that nobody can see: the person is gone, or the app has no Home tab. */
const gone: readonly string[] = ["user_not_found", "user_disabled", "not_enabled"];

/** Publishes over the Home that was published last; over another one when Slack shows another. */
const publish = async (deps: Deps, userId: string, home: Home, kept: KeptHome): Promise<string> => {
  if (kept.viewHash === null) return deps.messenger.publishHome(userId, home, null);
  try {
    return await deps.messenger.publishHome(userId, home, kept.viewHash);
  } catch (error) {
    if (!(error instanceof SlackFailure) || error.code !== "hash_conflict") throw error;
    return deps.messenger.publishHome(userId, home, null);
  }
};

/** Draws the Home from the rows as they are now, and publishes it when it looks different. */
const paint = async (deps: Deps, userId: string, kept: KeptHome): Promise<void> => {
  const { homes } = deps.database;
  // From here on a change needs another painting: this one may have read the row before it.
  await homes.begin(userId, deps.clock.now());
  const home = await homeFor(deps, userId);
  const picture = deps.messenger.pictureOfHome(home);
  if (picture !== kept.picture) {
    const viewHash = await publish(deps, userId, home, kept);
    await homes.published(userId, { picture, viewHash, at: deps.clock.now() });
  }
  await wantBalances(deps, userId, home);
};

/**
 * Paints a person's Home. Asks Slack who the person is, and nobody outside for anything else: Toloka's
 * balances are read by a job of their own, which has the Home painted once more.
 */
export const paintHome = async (
  deps: Deps,
  { userId, isUrgent }: { readonly userId: string; readonly isUrgent: boolean },
): Promise<JobOutcome> => {
  const { homes } = deps.database;
  const kept = await homes.find(userId);
  if (kept === null) return "done";
  const waitMs = isUrgent ? 0 : waitOf(kept.publishedAt, deps.clock.now());
  if (waitMs > 0) return { againAfterMs: waitMs };
  try {
    await paint(deps, userId, kept);
    return "done";
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    if (error.kind === "rate_limited") return { againAfterMs: error.retryAfterMs ?? 1_000 };
    if (gone.includes(error.code)) {
      deps.log.warn({ user: userId, code: error.code }, "a Home is not published any more");
      await homes.forget(userId);
      return "done";
    }
    if (error.kind !== "permanent" && error.kind !== "unsayable") throw error;
    deps.log.error({ user: userId, code: error.code }, "a Home cannot be published");
    return "done";
  }
};

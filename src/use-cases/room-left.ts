import type { Refusal } from "../domain/refusal.ts";
import type { Deps } from "./deps.ts";

/**
 * Why nothing new is begun while the disk of the embedded database is nearly full; null when there is room.
 * What has begun already goes on: it needs little, and approvals and closings must not wait.
 */
export const noRoomLeft = async (
  deps: Pick<Deps, "hasRoom">,
  understood: string,
): Promise<Refusal | null> =>
  (await deps.hasRoom())
    ? null
    : {
        understood,
        wrong: "The disk of the bot is nearly full, so nothing new is begun.",
        next: "Tell whoever runs the bot. Runs that have begun go on. Try again once there is room.",
        suggestion: null,
      };

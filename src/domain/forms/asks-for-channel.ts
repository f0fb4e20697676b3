import { channelField } from "../form.ts";
import type { Run } from "../run.ts";

/**
 * Whether the page asks where the run posts: started by a command it knows, started on the Home it does not,
 * and the page that asked goes on asking when somebody comes back to it, until the card stands somewhere.
 */
export const asksForChannel = (run: Run): boolean =>
  run.rootTs === null &&
  (run.channelId === "" || run.input[run.page]?.[channelField] !== undefined);

import type { Refusal } from "../../domain/refusal.ts";
import type { Recorded } from "./cutoff.ts";

/** Said to whoever uses the app from a workspace that it was not installed in. */
export const otherWorkspace: Refusal = {
  understood: "You want to use this app",
  wrong: "It serves another workspace than the one you come from; nothing was done.",
  next: "Ask a full member of the workspace that this channel belongs to.",
  suggestion: null,
};

/** Said about one command too many. */
export const tooManyCommands = (commandsAMinute: number, waitSeconds: number): Refusal => ({
  understood: "You typed another command",
  wrong: `You sent more than ${commandsAMinute} commands within a minute; this one was not carried out.`,
  next: `Type it again in ${waitSeconds} s. What you sent before is not affected.`,
  suggestion: null,
});

/** Said when an act could not be recorded in time: the truth about whether it was. */
export const tooLate = (recorded: Recorded): Refusal =>
  recorded === "nothing"
    ? {
        understood: "You asked me for something",
        wrong: "I could not record it in time, so nothing was recorded and nothing was approved.",
        next: "Do it again in a moment. If it stays, tell whoever runs this bot.",
        suggestion: null,
      }
    : {
        understood: "You asked me for something",
        wrong: "My database did not confirm in time, so I cannot say whether it was recorded.",
        next: "Look at the run's card before you do it again: it shows what was recorded.",
        suggestion: null,
      };

/** Said when an act failed on the bot's side. */
export const failed = (recorded: Recorded): Refusal => ({
  understood: "You asked me for something",
  wrong:
    recorded === "nothing"
      ? "It failed on my side; nothing was recorded and nothing was approved."
      : "It failed on my side, and I cannot say whether it was recorded.",
  next: "Look at the run's card, then try again. If it stays, tell whoever runs this bot.",
  suggestion: null,
});

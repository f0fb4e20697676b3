import type { Answer } from "../domain/answer.ts";
import { type Click, oldButton } from "./click.ts";
import type { Toolbox } from "./toolbox.ts";

/** What one button does once it is known who pressed it. Null when it answered with a form. */
export type Press = (tools: Toolbox, click: Click) => Promise<Answer | null>;

/** The run a button names, and the version of the card it stands on. */
export type PressedRun = { readonly runId: string; readonly version: number };

/** A press about a run; a value that the bot did not write is answered as an old button. */
export const aboutRun =
  (act: (tools: Toolbox, click: Click, run: PressedRun) => Promise<Answer | null>): Press =>
  (tools, click) => {
    const { runValue } = click;
    if (runValue === null) return Promise.resolve(oldButton());
    return act(tools, click, { runId: runValue.run, version: runValue.version });
  };

import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { answering } from "../answering.ts";
import { readClick } from "../click.ts";
import { menuPresses } from "../menu-presses.ts";
import { askingPresses, committingPresses } from "../run-presses.ts";
import type { Toolbox } from "../toolbox.ts";

/** Buttons of messages. Who pressed is identified first, and every press is answered. */
export const registerActions = (app: App, tools: Toolbox): void => {
  for (const [id, press] of Object.entries(committingPresses)) {
    app.action<BlockAction<ButtonAction>>(id, async (args) => {
      const click = await readClick(tools, args);
      // Committed first: an acknowledged press is never lost.
      const answer = "answer" in click ? click.answer : await press(tools, click);
      await args.ack();
      tools.inFlight.track(answering(click.say, async () => answer));
    });
  }
  for (const [id, press] of Object.entries({ ...askingPresses, ...menuPresses })) {
    app.action<BlockAction<ButtonAction>>(id, async (args) => {
      await args.ack();
      const work = async () => {
        const click = await readClick(tools, args);
        if ("answer" in click) await click.say(click.answer);
        else await answering(click.say, () => press(tools, click));
      };
      tools.inFlight.track(work());
    });
  }
};

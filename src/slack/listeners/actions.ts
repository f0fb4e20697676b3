import type { App, BlockAction, ButtonAction } from "@slack/bolt";
import { actions } from "../../../blocks/ids.ts";
import { openHome } from "../../use-cases/open-home.ts";
import { answering } from "../answering.ts";
import { readClick } from "../click.ts";
import { menuPresses } from "../menu-presses.ts";
import { askingPresses, committingPresses } from "../run-presses.ts";
import type { Toolbox } from "../toolbox.ts";

/** Presses that ask Toloka before they answer: on a Home they show at once that they are on their way. */
const slow: readonly string[] = [actions.pause, actions.listPools];

/** After a press the Home is painted as things stand now, whatever the press did. */
const repaint = async (
  tools: Toolbox,
  { isOnHome }: { readonly isOnHome: boolean },
  userId: string,
): Promise<void> => {
  if (isOnHome) await openHome(tools.deps, userId, true);
};

/** Buttons of messages and of the Home. Who pressed is identified first, and every press is answered. */
export const registerActions = (app: App, tools: Toolbox): void => {
  for (const [id, press] of Object.entries(committingPresses)) {
    app.action<BlockAction<ButtonAction>>(id, async (args) => {
      const click = await readClick(tools, args);
      // Committed first: an acknowledged press is never lost.
      const answer = "answer" in click ? click.answer : await press(tools, click);
      await args.ack();
      const work = async () => {
        await answering(click.voice.say, async () => answer);
        await repaint(tools, click, args.body.user.id);
      };
      tools.inFlight.track(work());
    });
  }
  for (const [id, press] of Object.entries({ ...askingPresses, ...menuPresses })) {
    app.action<BlockAction<ButtonAction>>(id, async (args) => {
      await args.ack();
      const work = async () => {
        const click = await readClick(tools, args);
        if ("answer" in click) await click.voice.say(click.answer);
        else {
          if (slow.includes(id)) await click.voice.wait();
          await answering(click.say, () => press(tools, click));
        }
        await repaint(tools, click, args.body.user.id);
      };
      tools.inFlight.track(work());
    });
  }
  // It only leads somewhere, and Slack wants to hear that the press came in.
  app.action(actions.seeCard, async ({ ack }) => ack());
};

import type { types } from "@slack/bolt";
import type { HomeEnvironment } from "../../src/domain/home.ts";
import { actionRow, button, header, sections } from "../block.ts";
import { actions, environmentValue } from "../ids.ts";

const startWords = { sandbox: "Try it in the sandbox", production: "Start a new run" };

/** The first visit: what this is in three lines, and the one thing to do next. */
export const welcomeBlocks = (environments: readonly HomeEnvironment[]): types.KnownBlock[] => {
  const open = environments.filter(({ mayStart }) => mayStart);
  return [
    header("Labels from Toloka's crowd"),
    ...sections([
      "*1. Describe it.* A form asks for the project, the pool and a file with the tasks. Every row is checked before anything is sent.",
      "*2. Have it approved.* The card shows the price and the balance. Nothing opens until somebody who may approve presses Approve.",
      "*3. Follow it.* One thread tells everything until the pool is closed. Anybody in the team can pause it.",
    ]),
    ...actionRow(
      open.slice(0, 1).map(({ environment }) =>
        button(startWords[environment], actions.newRun, environmentValue(environment), {
          style: "primary",
        }),
      ),
    ),
  ];
};

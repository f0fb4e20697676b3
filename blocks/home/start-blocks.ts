import type { types } from "@slack/bolt";
import type { HomeEnvironment } from "../../src/domain/home.ts";
import { actionRow, button, divider, section } from "../block.ts";
import { environmentTag } from "../environment-word.ts";
import { actions, environmentValue } from "../ids.ts";

/** What can be started and looked at besides a new run, for each environment. */
export const startBlocks = (environments: readonly HomeEnvironment[]): types.KnownBlock[] => [
  divider,
  ...environments
    .filter(({ mayStart }) => mayStart)
    .flatMap(({ environment }) => [
      section(`${environmentTag(environment)} Start something else or look around:`),
      ...actionRow([
        button("New project", actions.newProject, environmentValue(environment)),
        button("New pool", actions.newPool, environmentValue(environment)),
        button("Add tasks", actions.newTasks, environmentValue(environment)),
        button("Pools", actions.listPools, environmentValue(environment)),
        button("Requests", actions.listRequests, environmentValue(environment)),
      ]),
    ]),
];

import type { types } from "@slack/bolt";
import type { MemberHome } from "../../src/domain/home.ts";
import { context } from "../block.ts";
import { mentionGroup, several } from "../text.ts";
import { environmentBlocks } from "./environment-blocks.ts";
import { listSections } from "./list-sections.ts";
import { startBlocks } from "./start-blocks.ts";
import { welcomeBlocks } from "./welcome-blocks.ts";

/** Says that something may be missing, instead of showing less without a word. */
const unreadBlocks = (groups: readonly string[]): types.KnownBlock[] =>
  groups.length === 0
    ? []
    : [
        context(
          `Slack did not say who is in ${several(groups.map(mentionGroup), 10)}, so requests that wait for its members are not shown as waiting for you.`,
        ),
      ];

/** What a full member sees: money, what waits for whom, what runs, and what can be started. */
export const memberBlocks = (home: MemberHome): types.KnownBlock[] => {
  const lists = listSections(home);
  return [
    ...environmentBlocks(home.environments, lists.length > 0),
    ...(lists.length === 0 ? welcomeBlocks(home.environments) : lists),
    ...unreadBlocks(home.unreadGroups),
    ...startBlocks(home.environments),
    context("Words instead of buttons: `/toloka help`"),
  ];
};

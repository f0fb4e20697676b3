import type { types } from "@slack/bolt";
import type { Answer } from "../../src/domain/answer.ts";
import type { Run } from "../../src/domain/run.ts";
import { actionRow, button, context, divider, section, sections } from "../block.ts";
import { cardButtons } from "../card-buttons.ts";
import { environmentTag } from "../environment-word.ts";
import { actions, environmentValue } from "../ids.ts";
import { count, short } from "../text.ts";
import { runLine } from "./list-answers.ts";

type Menu = Extract<Answer, { type: "menu" }>;

const shown = 5;

/** Deciding happens on the card, where the price and the plan are; the menu offers what needs neither. */
const menuButtons = (run: Run): types.Button[] =>
  run.status === "draft" || run.status === "open" ? cardButtons(run) : [];

/** Runs under a heading, each with its own buttons; at most five. */
const runBlocks = (heading: string, runs: readonly Run[]): types.KnownBlock[] => {
  if (runs.length === 0) return [];
  const rest = runs.length - shown;
  return [
    divider,
    section(`*${heading}*`),
    ...runs
      .slice(0, shown)
      .flatMap((run) => [
        ...sections([`${environmentTag(run.environment)} ${runLine(run)}`]),
        ...actionRow(menuButtons(run)),
      ]),
    ...(rest > 0 ? [context(`and ${count(rest)} more: \`/toloka status mine\``)] : []),
  ];
};

/** The private menu: what can be started, what waits, what runs. */
export const menuBlocks = (answer: Menu): types.KnownBlock[] => {
  const starts = answer.environments.flatMap((environment) => [
    section(`${environmentTag(environment)} Start something new or look around:`),
    ...actionRow([
      button("New run", actions.newRun, environmentValue(environment), { style: "primary" }),
      button("New project", actions.newProject, environmentValue(environment)),
      button("New pool", actions.newPool, environmentValue(environment)),
      button("Add tasks", actions.newTasks, environmentValue(environment)),
      button("Pools", actions.listPools, environmentValue(environment)),
      button("Requests", actions.listRequests, environmentValue(environment)),
    ]),
  ]);
  return [
    ...(answer.environments.length === 0
      ? [section(short("No Toloka key is set up in this installation.", 200))]
      : starts),
    ...runBlocks("Your drafts", answer.drafts),
    ...runBlocks("Running", answer.running),
    context("Words instead of buttons: `/toloka help`"),
  ];
};

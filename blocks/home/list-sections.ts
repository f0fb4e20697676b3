import type { types } from "@slack/bolt";
import type { HomeList, MemberHome } from "../../src/domain/home.ts";
import type { Run } from "../../src/domain/run.ts";
import { context, header, sections } from "../block.ts";
import { count } from "../text.ts";
import { draftBlocks, runningBlocks, waitingBlocks } from "./run-blocks.ts";
import { finishedLine, requestLine } from "./run-lines.ts";

/** Items with buttons of their own, and lines: so many of each list are shown. */
const items = 5;
const lines = 8;

/** A list under its heading, cut with words; nothing at all when it is empty. */
const list = (
  heading: string,
  { runs, total }: HomeList,
  most: number,
  draw: (runs: readonly Run[]) => readonly types.KnownBlock[],
  more = "/toloka status mine",
): types.KnownBlock[] => {
  if (total === 0) return [];
  const shown = runs.slice(0, most);
  const rest = total - shown.length;
  return [
    header(`${heading} (${count(total)})`),
    ...draw(shown),
    ...(rest > 0 ? [context(`and ${count(rest)} more: \`${more}\``)] : []),
  ];
};

/** The lists of a Home, what needs the person first. */
export const listSections = (home: MemberHome): types.KnownBlock[] => [
  ...list(
    "Waiting for you",
    home.waiting,
    items,
    (runs) => runs.flatMap((run) => waitingBlocks(run, home)),
    "/toloka list requests",
  ),
  ...list("Your drafts", home.drafts, items, (runs) =>
    runs.flatMap((run) => draftBlocks(run, home)),
  ),
  ...list("Your requests", home.requests, lines, (runs) =>
    sections(runs.map((run) => requestLine(run, home))),
  ),
  ...list(
    "Running",
    home.running,
    items,
    (runs) => runs.flatMap((run) => runningBlocks(run, home)),
    "/toloka status all",
  ),
  ...list(
    "Finished this week",
    home.finished,
    lines,
    (runs) => sections(runs.map((run) => finishedLine(run, home))),
    "/toloka status all",
  ),
];

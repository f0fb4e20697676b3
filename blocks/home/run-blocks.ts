import type { types } from "@slack/bolt";
import type { MemberHome } from "../../src/domain/home.ts";
import type { DraftPage, OpeningRequest, Run } from "../../src/domain/run.ts";
import { actionRow, linkButton, section, sectionWith } from "../block.ts";
import { cardButtons, pauseButton } from "../card-buttons.ts";
import { actions } from "../ids.ts";
import { cardAddress } from "../link.ts";
import { whatLine } from "../run-summary.ts";
import { dollars, mention } from "../text.ts";
import { dateToken } from "../times.ts";
import { closesIn, howLongAgo } from "./how-long.ts";
import { cardPart, titleParts } from "./run-lines.ts";

const priceWords = ({ cost }: OpeningRequest): string => {
  const worst =
    cost.worstWithFeeMicros === null
      ? "*no upper bound*"
      : `at most *${dollars(cost.worstWithFeeMicros)}*`;
  return `planned *${dollars(cost.plannedWithFeeMicros)}* with fee, ${worst}`;
};

const askedWords = (request: OpeningRequest, now: Date): string =>
  `Asked by ${mention(request.requestedBy)} ${howLongAgo(request.requestedAt, now)} · waits until ${dateToken(request.expiresAt)}`;

/** A request that waits for this person: deciding happens on the card, where the plan and the checks are. */
export const waitingBlocks = (run: Run, home: MemberHome): types.KnownBlock[] => {
  const { request } = run;
  if (request === null) return [];
  const address = cardAddress(home.workspaceUrl, run);
  return [
    sectionWith(
      `${[...titleParts(run), priceWords(request)].join(" · ")}\n${askedWords(request, home.now)}`,
      address === null
        ? null
        : linkButton("Look and decide", actions.seeCard, address, { style: "primary" }),
    ),
  ];
};

const leftAt: { readonly [P in DraftPage]: string } = {
  start: "its beginning",
  project: "the project",
  pool: "the pool",
  tasks: "the tasks",
  report: "the check of the tasks",
  review: "the review",
};

/** A draft, where it was left. */
export const draftBlocks = (run: Run, { now }: MemberHome): types.KnownBlock[] => {
  const what = whatLine(run);
  const left = `left at ${leftAt[run.page]} ${howLongAgo(run.updatedAt, now)}`;
  return [
    section([[...titleParts(run), left].join(" · "), ...(what === "" ? [] : [what])].join("\n")),
    ...actionRow(cardButtons(run)),
  ];
};

/** An open pool with its brake. */
export const runningBlocks = (run: Run, home: MemberHome): types.KnownBlock[] => {
  const first = [
    ...titleParts(run),
    ...(run.pausedBy === null ? [] : [`*being paused* by ${mention(run.pausedBy)}`]),
    ...(run.willExpire === null ? [] : [closesIn(run.willExpire, home.now)]),
    `by ${mention(run.ownerId)}`,
    ...cardPart(run, home),
  ];
  const what = whatLine(run);
  return [
    sectionWith([first.join(" · "), ...(what === "" ? [] : [what])].join("\n"), pauseButton(run)),
  ];
};

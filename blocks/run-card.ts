import type { types } from "@slack/bolt";
import type { RunCard } from "../src/domain/card.ts";
import type { OpeningRequest, Run } from "../src/domain/run.ts";
import { actionRow, context, type Message, message, sections } from "./block.ts";
import { cardButtons } from "./card-buttons.ts";
import { firstLine, plainFirstLine } from "./cards/first-line.ts";
import { stateLines } from "./cards/state-lines.ts";
import { balanceLine, costLines } from "./cost-lines.ts";
import { findingLines } from "./finding-lines.ts";
import { link } from "./link.ts";
import { whatLine } from "./run-summary.ts";
import { mention, short } from "./text.ts";

/** States in which the price still decides something. */
const isPriced = (run: Run): boolean =>
  ["requested", "approved", "opening", "open", "closed"].includes(run.status);

const requestBlocks = (run: Run, request: OpeningRequest): types.KnownBlock[] => {
  const findings = findingLines(request.warnings);
  return [
    ...(isPriced(run)
      ? sections([
          ...costLines(request.cost),
          ...(run.status === "requested" ? [balanceLine(request.balanceMicros, request.cost)] : []),
        ])
      : []),
    ...(run.status === "requested" ? sections(findings) : []),
    ...sections([
      `Requested by ${mention(request.requestedBy)}${request.reason === null ? "" : `: ${short(request.reason, 500)}`}`,
    ]),
  ];
};

const footer = (card: RunCard): string => {
  const { run } = card;
  return [
    ...(run.projectId === null ? [] : [`project ${short(run.projectId, 40)}`]),
    ...(run.poolId === null ? [] : [`pool ${short(run.poolId, 40)}`]),
    ...(run.request === null ? [] : [`plan ${short(run.request.plan.hash.slice(0, 8), 8)}`]),
    ...(run.request === null ? [`by ${mention(run.ownerId)}`] : []),
    ...(card.tolokaPage === null ? [] : [link(card.tolokaPage, "on Toloka's page")]),
  ].join(" · ");
};

/** The one root message of a run: a picture of its row, edited in place. */
export const runCard = (card: RunCard): Message => {
  const { run } = card;
  const what = whatLine(run);
  return message(plainFirstLine(run), [
    ...sections([firstLine(run), ...(what === "" ? [] : [what])]),
    ...sections(stateLines(card)),
    ...(run.request === null ? [] : requestBlocks(run, run.request)),
    context(footer(card)),
    ...actionRow(cardButtons(run)),
  ]);
};

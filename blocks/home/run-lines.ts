import { closingOf } from "../../src/domain/closing.ts";
import type { MemberHome } from "../../src/domain/home.ts";
import type { Run } from "../../src/domain/run.ts";
import { environmentTag } from "../environment-word.ts";
import { cardAddress, link } from "../link.ts";
import { runName } from "../run-summary.ts";
import { statusWords } from "../status-words.ts";
import { mention, quoted, short } from "../text.ts";
import { dateToken } from "../times.ts";

/** `[SANDBOX] “Shoes pool 1” · REQ-7F3K`; our own words stand in bold, which names cannot imitate. */
export const titleParts = (run: Run): string[] => [
  `${environmentTag(run.environment)} ${quoted(runName(run))}`,
  ...(run.request === null ? [] : [short(run.request.code, 20)]),
];

/** The way to the card, once it stands somewhere. */
export const cardPart = (run: Run, { workspaceUrl }: MemberHome): string[] => {
  const address = cardAddress(workspaceUrl, run);
  return address === null ? [] : [link(address, "see the card")];
};

/** An own request: its state in words. */
export const requestLine = (run: Run, home: MemberHome): string =>
  [
    `• ${titleParts(run).join(" · ")}`,
    `*${statusWords[run.status]}*`,
    ...(run.status === "denied" && run.denial !== null ? [`by ${mention(run.denial.userId)}`] : []),
    ...cardPart(run, home),
  ].join(" · ");

/** A closed pool: why and when. */
export const finishedLine = (run: Run, home: MemberHome): string =>
  [
    `• ${titleParts(run).join(" · ")}`,
    short(closingOf(run.closeReason ?? "").words, 200),
    ...(run.closedAt === null ? [] : [`closed ${dateToken(run.closedAt)}`]),
    `by ${mention(run.ownerId)}`,
    ...cardPart(run, home),
  ].join(" · ");

import type { RunCard } from "../../src/domain/card.ts";
import type { RunEvent } from "../../src/domain/event.ts";
import { approverWords } from "../approver-words.ts";
import { balanceLine, costLines } from "../cost-lines.ts";
import { findingLines } from "../finding-lines.ts";
import { whatLine } from "../run-summary.ts";
import { code, mention, mentionGroup, several, short } from "../text.ts";

type Requested = Extract<RunEvent, { type: "requested" }>;

/** The request as the people who decide read it; only they are mentioned to act. */
export const requestedLines = (card: RunCard, event: Requested): string[] => {
  const called = [...event.mentionGroups.map(mentionGroup), ...event.mention.map(mention)];
  const what = whatLine(card.run);
  const findings = findingLines(event.warnings);
  return [
    `*Approval wanted:* ${called.length === 0 ? "" : `${several(called, 20)}, `}please decide on the card above (${short(event.code, 20)}).`,
    ...(what === "" ? [] : [what]),
    ...costLines(event.cost),
    balanceLine(event.balanceMicros, event.cost),
    findings.length === 0 ? "Checks: no warnings." : "Checks:",
    ...findings,
    `Requested by ${mention(event.by)}${event.reason === null ? "" : `: ${short(event.reason, 500)}`}`,
    // With people called above, the card's line on who may approve would call them twice.
    ...(called.length === 0 ? [approverWords(card.approvers, card.requesterMayApprove)] : []),
    `Plan ${code(event.hash.slice(0, 8), 8)}: an approval counts for exactly this content.`,
  ];
};

import { runCard } from "../../../blocks/run-card.ts";
import type { RunCard } from "../../../src/domain/card.ts";
import type { CheckFinding, OpeningRequest } from "../../../src/domain/run.ts";
import { type Exhibit, message, type Section } from "../exhibit.ts";
import { findings } from "../run-samples.ts";
import { card, cost, request } from "../samples.ts";

const asked = (
  name: string,
  changes: Partial<OpeningRequest>,
  facts: Partial<RunCard> = {},
): Exhibit => message(name, runCard(card({ request: { ...request, ...changes } }, facts)));

const many: readonly CheckFinding[] = Array.from({ length: 14 }, (_, index) => ({
  ...{ name: `check-${index + 1}`, level: "warning", message: "Look at this before you approve." },
}));
const boundless = { ...cost, worstMicros: null, worstWithFeeMicros: null };

/** A request for opening, as those who decide see it. */
export const requestedSection: Section = {
  title: "The request on the card: price, warnings, who decides",
  exhibits: [
    asked("priced, no warning", { warnings: [] }),
    asked("without a reason", { reason: null }),
    asked("without an upper bound", { cost: boundless }),
    asked("more than the balance", { balanceMicros: 20_000 }),
    asked("errors before warnings", { warnings: findings }),
    asked("more warnings than are shown", { warnings: many }),
    asked("anybody may approve", {}, { approvers: "anyone", requesterMayApprove: true }),
    asked("anybody but the requester", {}, { approvers: "anyone" }),
    asked("nobody may approve", {}, { approvers: null }),
  ],
};

import { denyForm } from "../../../blocks/deny-form.ts";
import { refusalText } from "../../../blocks/refusal-text.ts";
import { messageForm, skeletonForm } from "../../../blocks/skeleton-form.ts";
import { modal, type Section } from "../exhibit.ts";
import { tellings } from "../tellings.ts";

const saved =
  "Your draft is saved. Close this window; /toloka lists your drafts, and Resume brings you back to this page.";

/** Forms of one sentence, and the one that asks for a reason. */
export const smallFormSection: Section = {
  title: "Small forms",
  exhibits: [
    modal("deny", denyForm({ runId: "run-1", version: 7, poolName: "Shoes pool 1" })),
    modal("loading", skeletonForm("Add tasks", "Reading the pool from Toloka ...")),
    modal("draft saved", messageForm("Draft saved", saved)),
    modal(
      "an unknown form",
      messageForm("Toloka", "I do not know this form any more. Start again with /toloka"),
    ),
    ...tellings
      .slice(1, 3)
      .map(({ name, refusal }) => modal(name, messageForm("Toloka", refusalText(refusal)))),
  ],
};

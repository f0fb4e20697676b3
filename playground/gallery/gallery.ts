import type { Section } from "./exhibit.ts";
import { blockKitSections } from "./sections/block-kit.ts";
import { checkedSections } from "./sections/checked-forms.ts";
import { directSection } from "./sections/direct-messages.ts";
import { homeSections } from "./sections/homes.ts";
import { answerSections } from "./sections/private-answers.ts";
import { refusalSections } from "./sections/refusals.ts";
import { refusedFormSection } from "./sections/refused-forms.ts";
import { requestedSection } from "./sections/requested-cards.ts";
import { resultsSection } from "./sections/results.ts";
import { cardSections } from "./sections/run-cards.ts";
import { formSections } from "./sections/run-forms.ts";
import { smallFormSection } from "./sections/small-forms.ts";
import { threadSections } from "./sections/threads.ts";

/** What the bot sends, made by the functions that it sends it with; times are fixed. */
export const gallery = (): readonly Section[] => [
  ...cardSections,
  requestedSection,
  ...threadSections,
  resultsSection,
  ...answerSections,
  ...refusalSections,
  directSection,
  ...homeSections,
  ...formSections,
  refusedFormSection,
  ...checkedSections,
  smallFormSection,
  ...blockKitSections,
];

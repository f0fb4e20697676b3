import type { types } from "@slack/bolt";
import type { DraftPage, Run } from "../src/domain/run.ts";
import { actionRow, button, context } from "./block.ts";
import { environmentWord } from "./environment-word.ts";
import { channelBlocks } from "./forms/channel-blocks.ts";
import type { FormFacts } from "./forms/form-facts.ts";
import type { FormPage } from "./forms/form-page.ts";
import { poolPage } from "./forms/pool-page.ts";
import { projectPage } from "./forms/project-page.ts";
import { reportPage } from "./forms/report-page.ts";
import { reviewPage } from "./forms/review-page.ts";
import { startPage } from "./forms/start-page.ts";
import { tasksPage } from "./forms/tasks-page.ts";
import { actions, blockIds, callbacks, formValue, runValue } from "./ids.ts";
import { plain } from "./text.ts";

const pages: { readonly [P in DraftPage]: (run: Run, facts: FormFacts) => FormPage } = {
  start: startPage,
  project: projectPage,
  pool: poolPage,
  tasks: tasksPage,
  report: reportPage,
  review: reviewPage,
};

/** Steps as people count them: the check of the rows belongs to the tasks. */
const steps: { readonly [P in DraftPage]: number } = {
  start: 1,
  project: 2,
  pool: 3,
  tasks: 4,
  report: 4,
  review: 5,
};

/** Pages one can go back from, whatever the run was started for. */
const laterPages: readonly DraftPage[] = ["report"];

const headLine = (run: Run): string =>
  run.kind === "run"
    ? `Step ${steps[run.page]} of 5 · *${environmentWord(run.environment)}*`
    : `*${environmentWord(run.environment)}*`;

/** The modal of a run's current page, filled with what was typed so far. */
export const runForm = (run: Run, facts: FormFacts): types.ModalView => {
  const page = pages[run.page](run, facts);
  const goesBack =
    run.kind === "run" ? run.page !== "start" : laterPages.includes(run.page) && !facts.checking;
  const buttons = [
    ...(goesBack ? [button("Back", actions.back, runValue(run))] : []),
    button("Save draft", actions.saveDraft, runValue(run)),
  ];
  return {
    type: "modal",
    callback_id: callbacks.run,
    private_metadata: formValue(run),
    title: plain(page.title, 24),
    close: plain("Close", 24),
    ...(page.submit === null ? {} : { submit: plain(page.submit, 24) }),
    blocks: [
      context(headLine(run)),
      ...page.blocks.slice(0, 97),
      ...channelBlocks(run, facts),
      ...actionRow(buttons, blockIds.draftButtons),
    ],
  };
};

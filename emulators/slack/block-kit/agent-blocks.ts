import { feedbackButtons, iconButton } from "./button-elements.ts";
import { layout } from "./layout.ts";
import { richTextBlock } from "./rich-text.ts";
import type { Rule } from "./rule.ts";
import { anyUrl, oneOf, string } from "./scalar-rules.ts";
import { anything, list, object, tagged } from "./shape-rules.ts";

const boundless = Number.POSITIVE_INFINITY;
const words = string(boundless);
const status = oneOf("pending", "in_progress", "complete", "error");

const source = tagged({ url: object({ type: anything, url: anyUrl, text: words }) });
const taskDetails = {
  details: richTextBlock,
  output: richTextBlock,
  sources: list(source, boundless, 0),
};

/** Up to 5 small controls under an answer. */
export const contextActions: Rule = layout({
  elements: list(tagged({ feedback_buttons: feedbackButtons, icon_button: iconButton }), 5),
});

/** One step of work. */
export const taskCard: Rule = layout({ task_id: words, title: words, status }, taskDetails);

// Inside a plan Slack's own examples leave `type` and `status` out.
const plannedTask: Rule = object(
  { task_id: words, title: words },
  { type: oneOf("task_card"), status, block_id: string(255), ...taskDetails },
);

/** Steps of work under a title. */
export const plan: Rule = layout({ title: words }, { tasks: list(plannedTask, boundless, 0) });

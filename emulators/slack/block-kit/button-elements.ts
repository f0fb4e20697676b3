import { colour, confirmDialog, workflow } from "./composition-objects.ts";
import { interactive } from "./interactive.ts";
import type { Rule } from "./rule.ts";
import { anyUrl, formatted, oneOf, string } from "./scalar-rules.ts";
import { anything, list, object } from "./shape-rules.ts";
import { plainText } from "./text-objects.ts";

const label = plainText(75);
const accessibility_label = string(75);
const value = string(2000);

/** An id as Slack gives to a person. */
export const userId: Rule = formatted("user id", (id) => /^[UW][A-Z0-9]+$/.test(id));

/** A button. */
export const button: Rule = interactive(
  { text: label },
  { url: anyUrl, value, style: colour, confirm: confirmDialog, accessibility_label },
);

/** A button that starts a workflow; here the `action_id` is not optional. */
export const workflowButton: Rule = object(
  { type: anything, text: label, workflow, action_id: string(255) },
  { style: colour, confirm: confirmDialog, accessibility_label },
);

/** A button that is only a picture; Slack has one picture for it. */
export const iconButton: Rule = interactive(
  { icon: oneOf("trash"), text: label },
  {
    value,
    confirm: confirmDialog,
    accessibility_label,
    visible_to_user_ids: list(userId, Number.POSITIVE_INFINITY, 0),
  },
);

const feedbackButton: Rule = object({ text: label, value }, { accessibility_label });

/** Thumbs up and thumbs down. */
export const feedbackButtons: Rule = interactive(
  { positive_button: feedbackButton, negative_button: feedbackButton },
  {},
);

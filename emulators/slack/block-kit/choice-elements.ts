import { confirmDialog } from "./composition-objects.ts";
import { interactive } from "./interactive.ts";
import { choiceOption, overflowOption, withOffer } from "./options.ts";
import type { Rule } from "./rule.ts";
import { flag } from "./scalar-rules.ts";
import { list } from "./shape-rules.ts";

const options = list(choiceOption, 10);

/** Boxes of which any number can be ticked. */
export const checkboxes: Rule = withOffer(
  interactive(
    { options },
    { initial_options: options, confirm: confirmDialog, focus_on_load: flag },
  ),
);

/** Buttons of which one can be chosen. */
export const radioButtons: Rule = withOffer(
  interactive(
    { options },
    { initial_option: choiceOption, confirm: confirmDialog, focus_on_load: flag },
  ),
);

/** The menu behind three dots. */
export const overflow: Rule = interactive(
  { options: list(overflowOption, 5) },
  { confirm: confirmDialog },
);

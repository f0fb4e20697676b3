import type { Rule } from "./rule.ts";
import { every } from "./rule.ts";
import { anyUrl, flag, oneOf, string } from "./scalar-rules.ts";
import { distinct, eitherOf, list, object, someOf } from "./shape-rules.ts";
import { anyText, plainText } from "./text-objects.ts";

/** The colours a button can have. */
export const colour: Rule = oneOf("primary", "danger");

/** The dialog that asks once more. */
export const confirmDialog: Rule = object(
  { title: plainText(100), text: anyText(300), confirm: plainText(30), deny: plainText(30) },
  { style: colour },
);

/** The grey words in an empty field. */
export const placeholder: Rule = plainText(150);

/** When a text field tells the app about typing. */
export const dispatchConfig: Rule = object({
  trigger_actions_on: distinct(oneOf("on_enter_pressed", "on_character_entered"), 2),
});

/** Which conversations a menu offers; an empty filter filters nothing and is refused. */
export const conversationFilter: Rule = every(
  object(
    {},
    {
      include: distinct(oneOf("im", "mpim", "private", "public"), 4),
      exclude_external_shared_channels: flag,
      exclude_bot_users: flag,
    },
  ),
  someOf("include", "exclude_external_shared_channels", "exclude_bot_users"),
);

/** A picture that was uploaded to Slack, by address or by id. */
export const slackFile: Rule = every(
  object({}, { url: anyUrl, id: string(255) }),
  eitherOf("url", "id"),
);

/** A link trigger of a workflow with the inputs it is given. */
export const workflow: Rule = object({
  trigger: object(
    { url: anyUrl },
    {
      customizable_input_parameters: list(
        object({ name: string(3000), value: string(3000, 0) }),
        Number.POSITIVE_INFINITY,
        0,
      ),
    },
  ),
});

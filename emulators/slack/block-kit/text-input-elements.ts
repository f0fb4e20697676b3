import { dispatchConfig, placeholder } from "./composition-objects.ts";
import { interactive } from "./interactive.ts";
import { member } from "./json.ts";
import { numberInput } from "./number-input.ts";
import { richTextBlock } from "./rich-text.ts";
import { below, failed, type Rule, soundThen } from "./rule.ts";
import { flag, integer, string } from "./scalar-rules.ts";
import { list } from "./shape-rules.ts";

const common = { dispatch_action_config: dispatchConfig, focus_on_load: flag, placeholder };
const longest = 3000;

/** The smaller of two whole numbers must not be the greater one. */
const ordered =
  (low: string, high: string): Rule =>
  (value, pointer) => {
    const [least, most] = [member(value, low), member(value, high)];
    return typeof least === "number" && typeof most === "number" && least > most
      ? [failed(below(pointer, low), `must not be greater than ${high}`, `${low} <= ${high}`)]
      : [];
  };

const plainTextInput: Rule = soundThen(
  interactive(
    {},
    {
      ...common,
      initial_value: string(longest, 0),
      multiline: flag,
      min_length: integer(0, longest),
      max_length: integer(1, longest),
    },
  ),
  ordered("min_length", "max_length"),
);

/** A field for formatted text, the only field that may also stand in an actions block. */
export const richTextInput: Rule = soundThen(
  interactive(
    {},
    {
      ...common,
      initial_value: richTextBlock,
      min_lines: integer(1, 100),
      max_lines: integer(1, 100),
    },
  ),
  ordered("min_lines", "max_lines"),
);

const lineInput: Rule = interactive({}, { ...common, initial_value: string(longest, 0) });

/** The upload field, which stands only in input blocks of modals. */
export const fileInput: Rule = interactive(
  {},
  { filetypes: list(string(255)), max_files: integer(1, 10) },
);

/** All fields to type into, by type. They stand only in input blocks. */
export const textInputElements: Readonly<Record<string, Rule>> = {
  plain_text_input: plainTextInput,
  email_text_input: lineInput,
  url_text_input: lineInput,
  number_input: numberInput,
  rich_text_input: richTextInput,
};

import type { FunctionComponent } from "preact";
import { RichInput } from "../rich-input/rich-input.tsx";
import { textOf } from "../ui/json.ts";
import { FeedbackButtons, IconButton } from "./answer-buttons.tsx";
import { Button } from "./button.tsx";
import { Choices } from "./choices.tsx";
import { FileInput } from "./file-input.tsx";
import type { ElementProps } from "./host.ts";
import { Overflow } from "./overflow.tsx";
import { EntitySelect, OptionSelect } from "./selects.tsx";
import { TextInput } from "./text-inputs.tsx";
import { TimeInput } from "./times.tsx";

const drawn: Readonly<Record<string, FunctionComponent<ElementProps>>> = {
  button: Button,
  workflow_button: Button,
  feedback_buttons: FeedbackButtons,
  icon_button: IconButton,
  overflow: Overflow,
  plain_text_input: TextInput,
  email_text_input: TextInput,
  url_text_input: TextInput,
  number_input: TextInput,
  rich_text_input: RichInput,
  static_select: OptionSelect,
  external_select: OptionSelect,
  multi_static_select: OptionSelect,
  multi_external_select: OptionSelect,
  users_select: EntitySelect,
  multi_users_select: EntitySelect,
  channels_select: EntitySelect,
  multi_channels_select: EntitySelect,
  conversations_select: EntitySelect,
  multi_conversations_select: EntitySelect,
  radio_buttons: Choices,
  checkboxes: Choices,
  datepicker: TimeInput,
  timepicker: TimeInput,
  datetimepicker: TimeInput,
  file_input: FileInput,
};

/** Any interactive element; one that is not drawn here says so. */
export const Element = (props: ElementProps) => {
  const type = textOf(props.element.type);
  const Drawn = drawn[type];
  return Drawn === undefined ? (
    <p class="not-drawn">[{type} is not drawn here]</p>
  ) : (
    <Drawn {...props} />
  );
};

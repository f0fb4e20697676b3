import { button, workflowButton } from "./button-elements.ts";
import { checkboxes, overflow, radioButtons } from "./choice-elements.ts";
import { picture } from "./image-parts.ts";
import { datepicker, datetimepicker, timepicker } from "./picker-elements.ts";
import type { Rule } from "./rule.ts";
import { type MenuPlace, selectElements } from "./select-elements.ts";
import { tagged } from "./shape-rules.ts";
import type { Surface } from "./surface.ts";
import { fileInput, richTextInput, textInputElements } from "./text-input-elements.ts";

const everywhere = (place: MenuPlace): Readonly<Record<string, Rule>> => ({
  checkboxes,
  radio_buttons: radioButtons,
  datepicker,
  timepicker,
  ...selectElements(place),
});

/** What may stand at the right of a section; the date-and-time picker may not. */
export const accessory = (surface: Surface): Rule =>
  tagged({
    ...everywhere({ inModal: surface === "modal", inInput: false }),
    button,
    workflow_button: workflowButton,
    overflow,
    image: picture(),
  });

/** What may stand in an actions block. */
export const actionElement = (surface: Surface): Rule =>
  tagged({
    ...everywhere({ inModal: surface === "modal", inInput: false }),
    rich_text_input: richTextInput,
    button,
    workflow_button: workflowButton,
    overflow,
    datetimepicker,
  });

/** What may stand in an input block; files can be asked for only in a modal. */
export const inputElement = (surface: Surface): Rule =>
  tagged({
    ...everywhere({ inModal: surface === "modal", inInput: true }),
    ...textInputElements,
    datetimepicker,
    ...(surface === "modal" ? { file_input: fileInput } : {}),
  });

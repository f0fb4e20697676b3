import type { types } from "@slack/bolt";
import { type ActionId, actions } from "../ids.ts";
import { clean, cut, plain } from "../text.ts";

/** How a text field limits and prefills what is typed. */
type TextOptions = {
  readonly initial: string;
  readonly max: number;
  readonly min?: number;
  readonly multiline?: boolean;
  readonly placeholder?: string;
};

/** A text field. A draft that is still too short may be shown again, so `min` holds only for fresh text. */
export const textInput = (options: TextOptions): types.PlainTextInput => {
  const initial = cut(clean(options.initial), options.max);
  const { min } = options;
  return {
    type: "plain_text_input",
    action_id: actions.value,
    multiline: options.multiline ?? false,
    max_length: options.max,
    ...(initial === "" ? {} : { initial_value: initial }),
    ...(min === undefined || (initial !== "" && initial.length < min) ? {} : { min_length: min }),
    ...(options.placeholder === undefined ? {} : { placeholder: plain(options.placeholder, 150) }),
  };
};

/** A field for a whole number. Bounds are judged by the domain, which explains them at the field. */
export const numberInput = (initial: string): types.NumberInput => ({
  type: "number_input",
  action_id: actions.value,
  is_decimal_allowed: false,
  ...(/^-?\d{1,15}$/.test(initial) ? { initial_value: initial } : {}),
});

/** One choice of a list. */
export type Choice = {
  readonly value: string;
  readonly text: string;
  readonly description?: string;
};

const option = (choice: Choice): types.PlainTextOption => ({
  text: plain(choice.text, 75),
  value: choice.value,
  ...(choice.description === undefined ? {} : { description: plain(choice.description, 75) }),
});

/** Round buttons, at most 10 choices; `initial` counts only when it is one of them. */
export const radio = (
  choices: readonly Choice[],
  initial: string,
  actionId: ActionId = actions.value,
): types.RadioButtons => {
  const chosen = choices.find((choice) => choice.value === initial);
  return {
    type: "radio_buttons",
    action_id: actionId,
    options: choices.map(option),
    ...(chosen === undefined ? {} : { initial_option: option(chosen) }),
  };
};

const chosenOf = (choices: readonly Choice[], initial: readonly string[]) =>
  choices.filter((choice) => initial.includes(choice.value)).map(option);

/** Boxes to tick, at most 10 choices. */
export const checkboxes = (
  choices: readonly Choice[],
  initial: readonly string[],
): types.Checkboxes => {
  const chosen = chosenOf(choices, initial);
  return {
    type: "checkboxes",
    action_id: actions.value,
    options: choices.map(option),
    ...(chosen.length === 0 ? {} : { initial_options: chosen }),
  };
};

/** A list to pick several from, at most 100 choices. */
export const multiSelect = (
  choices: readonly Choice[],
  initial: readonly string[],
  placeholder: string,
): types.MultiStaticSelect => {
  const chosen = chosenOf(choices, initial);
  return {
    type: "multi_static_select",
    action_id: actions.value,
    placeholder: plain(placeholder, 150),
    options: choices.map(option),
    ...(chosen.length === 0 ? {} : { initial_options: chosen }),
  };
};

/** A list that the bot searches while the person types; the picked one keeps its name. */
export const searchSelect = (
  placeholder: string,
  value: string,
  label: string | null,
): types.ExternalSelect => ({
  type: "external_select",
  action_id: actions.value,
  min_query_length: 0,
  placeholder: plain(placeholder, 150),
  ...(/^\S{1,150}$/.test(value) ? { initial_option: option({ value, text: label ?? value }) } : {}),
});

/** A channel to pick, out of those that the person sees; `initial` counts only when it is one. */
export const channelSelect = (initial: string): types.ConversationsSelect => ({
  type: "conversations_select",
  action_id: actions.value,
  placeholder: plain("Pick a channel", 150),
  filter: { include: ["public", "private"] },
  ...(/^[CG][A-Z0-9]{1,30}$/.test(initial) ? { initial_conversation: initial } : {}),
});

/** Date and time; Slack counts in whole seconds with ten digits. */
export const dateTimePicker = (seconds: string): types.DateTimepicker => ({
  type: "datetimepicker",
  action_id: actions.value,
  ...(/^[1-9]\d{9}$/.test(seconds) ? { initial_date_time: Number(seconds) } : {}),
});

/** A place to drop one file. */
export const fileInput = (filetypes: readonly string[]): types.FileInput => ({
  type: "file_input",
  action_id: actions.value,
  filetypes: [...filetypes],
  max_files: 1,
});

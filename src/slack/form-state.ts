import { z } from "zod";
import { fieldOf } from "../../blocks/ids.ts";
import type { FormErrors, FormInput } from "../domain/form.ts";

const optionSchema = z.looseObject({
  value: z.string(),
  text: z.looseObject({ text: z.string() }).optional(),
});

/** One element's state, whatever its type: Slack fills the key that fits. */
const elementSchema = z.looseObject({
  type: z.string(),
  value: z.string().nullish(),
  selected_option: optionSchema.nullish(),
  selected_options: z.array(optionSchema).nullish(),
  selected_date_time: z.number().nullish(),
  selected_conversation: z.string().nullish(),
  files: z.array(z.looseObject({ id: z.string() })).nullish(),
});

/** `view.state.values`: block id -> action id -> state. */
export const stateSchema = z.looseObject({
  values: z.record(z.string(), z.record(z.string(), elementSchema)),
});

type ElementState = z.infer<typeof elementSchema>;

/** What an element holds: text, a list, or the empty text when nothing was typed or picked. */
const contentOf = (state: ElementState): string | readonly string[] => {
  if (state.files != null) return state.files.map((file) => file.id);
  if (state.selected_options != null) return state.selected_options.map((option) => option.value);
  if (state.selected_date_time != null) return String(state.selected_date_time);
  return state.selected_option?.value ?? state.selected_conversation ?? state.value ?? "";
};

/** Reads a modal's state into field -> value; the chosen option's text is kept as `<field>_label`. */
export const formInputOf = (state: z.infer<typeof stateSchema>): FormInput => {
  const input: { [field: string]: string | readonly string[] } = {};
  for (const [blockId, elements] of Object.entries(state.values)) {
    for (const element of Object.values(elements)) {
      const field = fieldOf(blockId);
      input[field] = contentOf(element);
      const label = element.selected_option?.text?.text;
      if (element.type === "external_select" && label !== undefined)
        input[`${field}_label`] = label;
    }
  }
  return input;
};

/** Puts each field's complaint under the block that shows the field; an absent field's goes to the first block. */
export const errorsByBlock = (
  errors: FormErrors,
  state: z.infer<typeof stateSchema>,
): { [blockId: string]: string } => {
  const blocks = Object.keys(state.values);
  const placed: { [blockId: string]: string } = {};
  for (const [field, marked] of Object.entries(errors)) {
    // Slack shows errors as plain text.
    const message = marked.replace(/\*([^*\n]+)\*/g, "$1");
    const block = blocks.find((blockId) => fieldOf(blockId) === field) ?? blocks[0];
    if (block === undefined) continue;
    placed[block] = placed[block] === undefined ? message : `${placed[block]} ${message}`;
  }
  return placed;
};

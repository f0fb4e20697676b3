import type { types } from "@slack/bolt";
import { z } from "zod";

const shownBlock = z.looseObject({
  type: z.string(),
  text: z.looseObject({ text: z.string() }).optional(),
  elements: z.array(z.looseObject({ type: z.string() })).optional(),
});
const textElement = z.looseObject({ text: z.string() });
const buttonElement = z.looseObject({ text: z.looseObject({ text: z.string() }) });

type Blocks = { readonly blocks: readonly (types.KnownBlock | types.Block)[] };

/** The paragraphs and small print of a message or view, top to bottom. */
export const textsOf = ({ blocks }: Blocks): string[] =>
  blocks.flatMap((block) => {
    const { type, text, elements } = shownBlock.parse(block);
    if (type === "section" && text !== undefined) return [text.text];
    return type === "context" ? (elements ?? []).map((one) => textElement.parse(one).text) : [];
  });

/** The words on the buttons, in order. */
export const buttonsOf = ({ blocks }: Blocks): string[] =>
  blocks.flatMap((block) => {
    const { type, elements } = shownBlock.parse(block);
    return type === "actions"
      ? (elements ?? []).map((element) => buttonElement.parse(element).text.text)
      : [];
  });

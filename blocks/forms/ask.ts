import type { types } from "@slack/bolt";
import { plainContext } from "../block.ts";
import { fieldBlockId } from "../ids.ts";
import { plain, unmarked } from "../text.ts";
import type { FieldSource } from "./form-page.ts";

/** The words around an input. `hint` stands under it in small print. */
type Around = {
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean;
  /** Report each choice at once, as an action of its own. */
  readonly dispatch?: boolean;
  /** Part of the block id: another variant starts with its own initial value. */
  readonly variant?: string;
};

/** An input for a field, followed by the warning about it when there is one. */
export const ask = (
  source: FieldSource,
  field: string,
  around: Around,
  element: types.InputBlock["element"],
): types.KnownBlock[] => {
  const note = source.facts.notes[field];
  const input: types.InputBlock = {
    type: "input",
    block_id: fieldBlockId(field, around.variant),
    label: plain(around.label, 2000),
    element,
    optional: around.optional ?? false,
    ...(around.hint === undefined ? {} : { hint: plain(around.hint, 2000) }),
    ...(around.dispatch === true ? { dispatch_action: true } : {}),
  };
  return note === undefined ? [input] : [input, plainContext(`Please note: ${unmarked(note)}`)];
};

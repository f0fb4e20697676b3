import { useId } from "preact/hooks";
import { type JsonObject, objectOf, textOf } from "../ui/json.ts";
import { Element } from "./element.tsx";
import type { BlocksHost } from "./host.ts";
import { plain } from "./text.tsx";

/** A field of a form with its label, hint and what is wrong with it. */
export const InputBlock = (props: { readonly block: JsonObject; readonly host: BlocksHost }) => {
  const { block, host } = props;
  const id = useId();
  const element = objectOf(block.element);
  const blockId = textOf(block.block_id);
  const error = host.errors[blockId];
  return (
    <div class={error === undefined ? "input" : "input wrong"}>
      <label class="label" id={`${id}-label`} for={`${id}-field`}>
        {plain(block.label)}
        {block.optional === true && <span class="optional"> (optional)</span>}
      </label>
      <Element
        host={host}
        element={element}
        blockId={blockId}
        actionId={textOf(element.action_id)}
        isInput={true}
        dispatches={block.dispatch_action === true}
        fieldId={`${id}-field`}
        labelledBy={`${id}-label`}
        describedBy={`${id}-error ${id}-hint`}
      />
      <span id={`${id}-error`} class="field-error" role="alert">
        {error}
      </span>
      {block.hint !== undefined && (
        <small class="hint" id={`${id}-hint`}>
          {plain(block.hint)}
        </small>
      )}
    </div>
  );
};

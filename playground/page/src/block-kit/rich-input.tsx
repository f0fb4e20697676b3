import { isObject, objectsOf, textOf } from "../ui/json.ts";
import { type ElementProps, stateOf } from "./host.ts";
import { plain } from "./text.tsx";

/** The words of a rich text, a line for each of its sections. */
const words = (value: unknown): string =>
  objectsOf(isObject(value) ? value.elements : [])
    .map((section) =>
      objectsOf(section.elements)
        .map((part) => textOf(part.text))
        .join(""),
    )
    .join("\n");

/** A rich text field; here it takes words and lines without formatting. */
export const RichInput = (props: ElementProps) => {
  const { host, element, blockId, actionId } = props;
  const placeholder = plain(element.placeholder);
  const onInput = (text: string): void => {
    const elements = [{ type: "rich_text_section", elements: [{ type: "text", text }] }];
    const value = text === "" ? null : { type: "rich_text", elements };
    host.change(blockId, actionId, { type: "rich_text_input", rich_text_value: value });
  };
  return (
    <textarea
      class="field"
      rows={4}
      value={words(stateOf(props).rich_text_value)}
      placeholder={placeholder}
      aria-labelledby={props.labelledBy}
      aria-label={props.labelledBy === undefined ? placeholder || "Formatted text" : undefined}
      aria-describedby={props.describedBy}
      onInput={(event) => onInput(event.currentTarget.value)}
    />
  );
};

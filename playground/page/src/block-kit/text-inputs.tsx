import { textOf } from "../ui/json.ts";
import { dispatchOn } from "./dispatch-on.ts";
import { type ElementProps, type ElementState, stateOf } from "./host.ts";
import { plain } from "./text.tsx";

/** The most characters of a field without a limit of its own. */
const usualMost = 3_000;

/** The keyboard that a telephone shows; what was typed is checked as Slack does, not as the browser would. */
const keyboards: Readonly<Record<string, "email" | "url" | "decimal">> = {
  email_text_input: "email",
  url_text_input: "url",
  number_input: "decimal",
};

/** One line or several, a number, an address of mail or the web. */
export const TextInput = (props: ElementProps) => {
  const { host, element, blockId, actionId } = props;
  const type = textOf(element.type);
  const value = textOf(stateOf(props).value);
  const most = typeof element.max_length === "number" ? element.max_length : usualMost;
  const state = (text: string): ElementState => ({ type, value: text === "" ? null : text });
  const onInput = (text: string): void => {
    if (dispatchOn(props, "on_character_entered"))
      host.act(blockId, actionId, state(text), element);
    else host.change(blockId, actionId, state(text));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !dispatchOn(props, "on_enter_pressed")) return;
    event.preventDefault();
    host.act(blockId, actionId, state(value), element);
  };
  const common = {
    class: "field",
    value,
    placeholder: plain(element.placeholder),
    id: props.fieldId,
    "aria-labelledby": props.fieldId === undefined ? props.labelledBy : undefined,
    "aria-describedby": props.describedBy,
    "aria-invalid": host.errors[blockId] !== undefined,
    // The app says which field has the focus when its form opens.
    autofocus: element.focus_on_load === true,
    onKeyDown,
  };
  const isLong = element.multiline === true;
  const left = most - value.length;
  return (
    <>
      {isLong ? (
        <textarea
          {...common}
          rows={4}
          maxLength={most}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      ) : (
        <input
          {...common}
          type="text"
          inputMode={keyboards[type] ?? "text"}
          maxLength={most}
          onInput={(event) => onInput(event.currentTarget.value)}
        />
      )}
      {left <= Math.min(50, most / 5) && (
        <small class={left <= 0 ? "counter none" : "counter"}>{left}</small>
      )}
    </>
  );
};

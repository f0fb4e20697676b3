import { useId } from "preact/hooks";
import { isObject, type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import { type ElementProps, settle, stateOf } from "./host.ts";
import { Text } from "./text.tsx";

/** Radio buttons and checkboxes. */
export const Choices = (props: ElementProps) => {
  const { host, element, blockId, actionId } = props;
  const group = useId();
  const type = textOf(element.type);
  const isRadio = type === "radio_buttons";
  const state = stateOf(props);
  const held = isRadio
    ? [state.selected_option].filter(isObject)
    : objectsOf(state.selected_options);
  const isHeld = (option: JsonObject): boolean => held.some(({ value }) => value === option.value);
  const toggle = (option: JsonObject): void => {
    if (isRadio) settle(props, { type, selected_option: option });
    else {
      const rest = held.filter(({ value }) => value !== option.value);
      settle(props, { type, selected_options: isHeld(option) ? rest : [...held, option] });
    }
  };
  return (
    <fieldset
      role={isRadio ? "radiogroup" : undefined}
      aria-labelledby={props.labelledBy}
      aria-describedby={props.describedBy}
      class="choices"
    >
      {objectsOf(element.options).map((option) => (
        <label key={textOf(option.value)}>
          <input
            type={isRadio ? "radio" : "checkbox"}
            name={`${group}${blockId}${actionId}`}
            checked={isHeld(option)}
            onChange={() => toggle(option)}
          />
          <span>
            <Text text={option.text} directory={host.directory} />
            {isObject(option.description) && (
              <small>
                <Text text={option.description} directory={host.directory} />
              </small>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
};

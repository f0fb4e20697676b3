import { useState } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { type JsonObject, objectsOf } from "../ui/json.ts";
import { act, type ElementProps } from "./host.ts";
import { plain } from "./text.tsx";

/** The menu behind three dots. */
export const Overflow = (props: ElementProps) => {
  const { element } = props;
  const [isOpen, setOpen] = useState(false);
  const choose = (option: JsonObject): void => {
    setOpen(false);
    act(props, { type: "overflow", selected_option: option });
  };
  return (
    <span class="menu-place">
      <button
        type="button"
        class="button"
        aria-label="More actions"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
      >
        <Icon name="dots" />
      </button>
      {isOpen && (
        <span role="menu" class="menu">
          {objectsOf(element.options).map((option) => (
            <button
              type="button"
              role="menuitem"
              key={String(option.value)}
              onClick={() => choose(option)}
            >
              {plain(option.text)}
            </button>
          ))}
        </span>
      )}
    </span>
  );
};

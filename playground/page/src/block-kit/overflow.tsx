import { useState } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { isObject, type JsonObject, objectsOf } from "../ui/json.ts";
import { Confirm } from "./confirm.tsx";
import type { ElementProps } from "./host.ts";
import { plain } from "./text.tsx";

/** The menu behind three dots. */
export const Overflow = (props: ElementProps) => {
  const { host, element, blockId, actionId } = props;
  const [isOpen, setOpen] = useState(false);
  const [wanted, setWanted] = useState<JsonObject | null>(null);
  const act = (option: JsonObject): void =>
    host.act(blockId, actionId, { type: "overflow", selected_option: option });
  const choose = (option: JsonObject): void => {
    setOpen(false);
    if (isObject(element.confirm)) setWanted(option);
    else act(option);
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
      {wanted !== null && isObject(element.confirm) && (
        <Confirm
          confirm={element.confirm}
          directory={host.directory}
          onAnswer={(isConfirmed) => {
            setWanted(null);
            if (isConfirmed) act(wanted);
          }}
        />
      )}
    </span>
  );
};

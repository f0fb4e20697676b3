import { useState } from "preact/hooks";
import { isObject, textOf } from "../ui/json.ts";
import { Confirm } from "./confirm.tsx";
import type { ElementProps } from "./host.ts";
import { plain } from "./text.tsx";

/** A button: tells the app, after its dialog when it has one; one with an address opens that too. */
export const Button = (props: ElementProps) => {
  const { host, element, blockId, actionId } = props;
  const [asks, setAsks] = useState(false);
  const isBusy = host.busy.has(`${blockId}/${actionId}`);
  const url = textOf(element.url);
  const press = (): void => host.act(blockId, actionId, { type: textOf(element.type) });
  const style = ["primary", "danger"].find((each) => each === element.style) ?? "";
  const label = (
    <>
      {isBusy && <span class="spinner" aria-hidden="true" />}
      {plain(element.text)}
    </>
  );
  const spoken =
    element.accessibility_label === undefined
      ? {}
      : { "aria-label": textOf(element.accessibility_label) };
  if (url !== "") {
    return (
      <a
        class={`button ${style}`}
        href={url}
        target="_blank"
        rel="noreferrer noopener"
        onClick={press}
        {...spoken}
      >
        {label}
      </a>
    );
  }
  return (
    <>
      <button
        type="button"
        class={`button ${style}`}
        disabled={isBusy}
        onClick={() => (isObject(element.confirm) ? setAsks(true) : press())}
        {...spoken}
      >
        {label}
      </button>
      {asks && isObject(element.confirm) && (
        <Confirm
          confirm={element.confirm}
          directory={host.directory}
          onAnswer={(isConfirmed) => {
            setAsks(false);
            if (isConfirmed) press();
          }}
        />
      )}
    </>
  );
};

import { isObject, textOf } from "../ui/json.ts";
import { act, type ElementProps } from "./host.ts";
import { plain } from "./text.tsx";

/** A button: tells the app, after its dialog when it has one; one with an address opens that too. */
export const Button = (props: ElementProps) => {
  const { host, element, blockId, actionId } = props;
  const isBusy = host.busy.has(`${blockId}/${actionId}`);
  const url = textOf(element.url);
  const press = (): void => act(props, { type: textOf(element.type) });
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
    // Where a dialog asks first, the address waits for its answer.
    const open = (event: Event): void => {
      if (!isObject(element.confirm)) {
        press();
        return;
      }
      event.preventDefault();
      host.ask(element.confirm, () => {
        host.act(blockId, actionId, { type: textOf(element.type) }, element);
        window.open(url, "_blank", "noreferrer");
      });
    };
    return (
      <a
        class={`button ${style}`}
        href={url}
        target="_blank"
        rel="noreferrer noopener"
        onClick={open}
        {...spoken}
      >
        {label}
      </a>
    );
  }
  return (
    <button type="button" class={`button ${style}`} disabled={isBusy} onClick={press} {...spoken}>
      {label}
    </button>
  );
};

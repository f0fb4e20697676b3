import { useId, useState } from "preact/hooks";
import { linkAddress } from "./link-address.ts";

/** Where a link's words and address are typed; it stands in the field, as a form cannot stand in a form. */
export const LinkBox = (props: {
  readonly text: string;
  readonly save: (url: string, text: string) => void;
  readonly cancel: () => void;
}) => {
  const id = useId();
  const [text, setText] = useState(props.text);
  const [typed, setTyped] = useState("");
  const url = linkAddress(typed);
  const save = (): void => {
    if (url !== null) props.save(url, text.trim() === "" ? url : text);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== "Escape") return;
    event.preventDefault();
    event.stopPropagation();
    if (event.key === "Enter") save();
    else props.cancel();
  };
  return (
    <fieldset class="link-box" aria-label="Link">
      <label for={`${id}-text`}>Text</label>
      <input
        id={`${id}-text`}
        class="field"
        value={text}
        onInput={(event) => setText(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <label for={`${id}-url`}>Link</label>
      <input
        id={`${id}-url`}
        class="field"
        value={typed}
        autofocus={true}
        aria-invalid={typed !== "" && url === null}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
      />
      <span class="row-end">
        <button type="button" class="button" onClick={props.cancel}>
          Cancel
        </button>
        <button type="button" class="button primary" disabled={url === null} onClick={save}>
          Save
        </button>
      </span>
    </fieldset>
  );
};

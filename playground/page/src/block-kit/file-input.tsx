import { useState } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { objectsOf, textOf } from "../ui/json.ts";
import { type ElementProps, settle, stateOf } from "./host.ts";

/** Files that are uploaded at once, by choosing or by dropping them. */
export const FileInput = (props: ElementProps) => {
  const { host, element } = props;
  const [trouble, setTrouble] = useState("");
  const [isBusy, setBusy] = useState(false);
  const held = objectsOf(stateOf(props).files);
  const types = Array.isArray(element.filetypes) ? element.filetypes.map(String) : [];
  const most = typeof element.max_files === "number" ? element.max_files : 10;
  const take = async (files: readonly File[]): Promise<void> => {
    setTrouble("");
    const wrong = files.find(
      ({ name }) =>
        types.length > 0 && !types.includes(name.split(".").at(-1)?.toLowerCase() ?? ""),
    );
    if (wrong !== undefined)
      return setTrouble(`${wrong.name}: this field takes ${types.join(", ")}`);
    setBusy(true);
    try {
      const uploaded = await Promise.all(files.map((file) => host.upload(file)));
      const all = most === 1 ? uploaded.slice(0, 1) : [...held, ...uploaded].slice(0, most);
      settle(props, { type: "file_input", files: all });
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <fieldset
      class="files"
      aria-labelledby={props.labelledBy}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        void take([...(event.dataTransfer?.files ?? [])]);
      }}
    >
      {held.map((file) => (
        <span class="chip" key={textOf(file.id)}>
          <Icon name="file" /> {textOf(file.name)}
          <button
            type="button"
            aria-label={`Remove ${textOf(file.name)}`}
            onClick={() =>
              settle(props, { type: "file_input", files: held.filter(({ id }) => id !== file.id) })
            }
          >
            ×
          </button>
        </span>
      ))}
      <input
        type="file"
        aria-labelledby={props.labelledBy}
        aria-describedby={props.describedBy}
        multiple={most > 1}
        accept={types.map((type) => `.${type}`).join(",")}
        disabled={isBusy}
        onChange={(event) => {
          const input = event.currentTarget;
          void take([...(input.files ?? [])]).then(() => {
            input.value = "";
          });
        }}
      />
      {isBusy && <span class="spinner" aria-hidden="true" />}
      {trouble !== "" && (
        <p role="alert" class="field-error">
          {trouble}
        </p>
      )}
    </fieldset>
  );
};

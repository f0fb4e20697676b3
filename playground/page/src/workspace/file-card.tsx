import { Icon } from "../ui/icon.tsx";
import { type JsonObject, textOf } from "../ui/json.ts";
import { FilePreview } from "./file-preview.tsx";
import { sizeWords } from "./file-words.ts";

/** A file of a message: what it is, how it begins, and the way to it. `reader` is the name of whoever looks. */
export const FileCard = (props: { readonly file: JsonObject; readonly reader: string }) => {
  const { file, reader } = props;
  const name = textOf(file.name);
  const kind = textOf(file.pretty_type);
  const begins = textOf(file.preview);
  return (
    <div class="file">
      <p class="file-head">
        <span class="file-icon">
          <Icon name="file" size={20} />
        </span>
        <span class="file-name">
          <strong>{name}</strong>
          <small>
            {kind === "" ? "" : `${kind} · `}
            {sizeWords(Number(file.size))} ·{" "}
            <a
              href={`/slack/_control/page/${reader}/files/${textOf(file.id)}`}
              download={name}
              aria-label={`Download ${name}`}
            >
              Download
            </a>
          </small>
        </span>
      </p>
      {begins !== "" && (
        <FilePreview
          name={name}
          isTable={file.filetype === "csv"}
          text={begins}
          isCut={file.preview_is_truncated === true}
        />
      )}
    </div>
  );
};

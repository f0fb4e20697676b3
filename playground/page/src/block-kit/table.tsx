import { isObject, type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import type { Directory } from "./host.ts";
import { RichText } from "./rich-text.tsx";

/** A table block: rows of raw or rich text, the first one as the head. */
export const Table = (props: { readonly block: JsonObject; readonly directory: Directory }) => {
  const rows = Array.isArray(props.block.rows) ? props.block.rows : [];
  const cell = (content: JsonObject) =>
    content.type === "rich_text" ? (
      <RichText block={content} directory={props.directory} />
    ) : (
      textOf(content.text)
    );
  return (
    <div class="table-place">
      <table>
        {rows.map((row: unknown, index: number) => (
          <tr key={`${index}`}>
            {objectsOf(row).map((content, at) =>
              index === 0 ? (
                <th key={`${at}`} scope="col">
                  {cell(content)}
                </th>
              ) : (
                <td key={`${at}`}>{cell(content)}</td>
              ),
            )}
          </tr>
        ))}
      </table>
      {isObject(props.block.caption) && <p class="caption">{textOf(props.block.caption.text)}</p>}
    </div>
  );
};

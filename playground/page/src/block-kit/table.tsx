import { type JsonObject, objectOf, objectsOf, textOf } from "../ui/json.ts";
import type { Directory } from "./host.ts";
import { RichText } from "./rich-text.tsx";

/** A table block: rows of raw or rich text, the first one as the head. */
export const Table = (props: { readonly block: JsonObject; readonly directory: Directory }) => {
  const rows = Array.isArray(props.block.rows) ? props.block.rows : [];
  const caption = textOf(props.block.caption);
  const settings = Array.isArray(props.block.column_settings) ? props.block.column_settings : [];
  const aligned = (at: number): string =>
    `text-align: ${textOf(objectOf(settings[at]).align) || "left"}`;
  const heads = props.block.row_header_column_index;
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
              index === 0 || at === heads ? (
                <th key={`${at}`} scope={index === 0 ? "col" : "row"} style={aligned(at)}>
                  {cell(content)}
                </th>
              ) : (
                <td key={`${at}`} style={aligned(at)}>
                  {cell(content)}
                </td>
              ),
            )}
          </tr>
        ))}
      </table>
      {caption !== "" && <p class="caption">{caption}</p>}
    </div>
  );
};

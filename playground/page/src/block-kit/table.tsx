import { type JsonObject, objectOf, objectsOf, textOf } from "../ui/json.ts";
import { Cell } from "./cell.tsx";
import type { Directory } from "./host.ts";

/** A table block: rows of raw or rich text, the first one as the head. */
export const Table = (props: { readonly block: JsonObject; readonly directory: Directory }) => {
  const { block, directory } = props;
  const rows = Array.isArray(block.rows) ? block.rows : [];
  const settings = Array.isArray(block.column_settings) ? block.column_settings : [];
  const look = (at: number): string => {
    const setting = objectOf(settings[at]);
    const wrap = setting.is_wrapped === true ? "" : "; white-space: nowrap";
    return `text-align: ${textOf(setting.align) || "left"}${wrap}`;
  };
  return (
    <div class="table-place">
      <table>
        <tbody>
          {rows.map((row: unknown, index: number) => (
            <tr key={`${index}`}>
              {objectsOf(row).map((content, at) => {
                const inside = <Cell content={content} directory={directory} />;
                return index === 0 ? (
                  <th key={`${at}`} scope="col" style={look(at)}>
                    {inside}
                  </th>
                ) : (
                  <td key={`${at}`} style={look(at)}>
                    {inside}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { csvRows } from "./csv-rows.ts";
import { rowsWords } from "./file-words.ts";

/** So many rows of a table are shown below its heading. */
const mostRows = 3;

/** What is wider than its place is moved sideways, by the keyboard too. */
const Sideways = (props: { readonly label: string; readonly children: ComponentChildren }) => {
  const place = useRef<HTMLElement>(null);
  useEffect(() => {
    if (place.current !== null) place.current.tabIndex = 0;
  }, []);
  return (
    <section class="file-lines" aria-label={props.label} ref={place}>
      {props.children}
    </section>
  );
};

const Rows = ({ rows }: { readonly rows: readonly (readonly string[])[] }) => {
  const [head = [], ...body] = rows;
  return (
    <table>
      <thead>
        <tr>
          {head.map((name, at) => (
            <th key={`${at}`} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row, index) => (
          <tr key={`${index}`}>
            {row.map((value, at) => (
              <td key={`${at}`}>{value}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
};

/** How a text file begins: the first rows of a table, the first lines of anything else. */
export const FilePreview = (props: {
  readonly name: string;
  readonly isTable: boolean;
  readonly text: string;
  /** Whether the file goes on behind the text. */
  readonly isCut: boolean;
}) => {
  const { name, isTable, text, isCut } = props;
  const [isOpen, setOpen] = useState(true);
  const rows = isTable ? csvRows(text, isCut) : [];
  const shown = rows.slice(0, 1 + mostRows);
  const isAll = !isCut && shown.length === rows.length;
  const words = rows.length === 0 ? "How it begins" : rowsWords(shown.length - 1, isAll);
  return (
    <details
      class="file-preview"
      open={isOpen}
      onToggle={(event) => setOpen(event.currentTarget.open)}
    >
      <summary>
        {words}
        <span class="hidden-text"> of {name}</span>
      </summary>
      <Sideways label={`${words} of ${name}`}>
        {rows.length === 0 ? <pre>{text}</pre> : <Rows rows={shown} />}
      </Sideways>
    </details>
  );
};

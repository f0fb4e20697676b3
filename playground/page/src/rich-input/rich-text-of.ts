import type { Mark, Node } from "prosemirror-model";
import type { JsonObject } from "../ui/json.ts";

const styleOf = (marks: readonly Mark[]): JsonObject | null => {
  const names = marks.map(({ type }) => type.name).filter((name) => name !== "link");
  return names.length === 0 ? null : Object.fromEntries(names.map((name) => [name, true]));
};

const sameStyle = (one: JsonObject, other: JsonObject): boolean =>
  JSON.stringify(one.style ?? null) === JSON.stringify(other.style ?? null);

/** Text of one style is one part, as Slack's client joins it. */
const withText = (parts: readonly JsonObject[], text: JsonObject): readonly JsonObject[] => {
  const last = parts.at(-1);
  if (last?.type !== "text" || !sameStyle(last, text)) return [...parts, text];
  return [...parts.slice(0, -1), { ...last, text: `${last.text}${text.text}` }];
};

const withNewline = (parts: readonly JsonObject[]): readonly JsonObject[] =>
  withText(parts, { type: "text", text: "\n" });

const partOf = (node: Node): JsonObject => {
  const { value } = node.attrs;
  return { ...value };
};

const withNode = (parts: readonly JsonObject[], node: Node): readonly JsonObject[] => {
  if (node.type.name === "line_break") return withNewline(parts);
  if (node.type.name === "part") return [...parts, partOf(node)];
  const style = styleOf(node.marks);
  const text = node.text ?? "";
  const link = node.marks.find(({ type }) => type.name === "link");
  if (link === undefined) {
    return withText(parts, { type: "text", text, ...(style === null ? {} : { style }) });
  }
  const url = String(link.attrs.url);
  return [
    ...parts,
    {
      ...{ type: "link", url, ...(text === url ? {} : { text }) },
      ...(style === null ? {} : { style }),
    },
  ];
};

const withLine = (parts: readonly JsonObject[], line: Node): readonly JsonObject[] =>
  line.children.reduce(withNode, parts);

const joined = (lines: readonly Node[]): readonly JsonObject[] =>
  lines.reduce<readonly JsonObject[]>(
    (parts, line, index) => withLine(index === 0 ? parts : withNewline(parts), line),
    [],
  );

/** Lists in Slack's value stand one after the other: one inside another is told by its indent. */
const listsOf = (list: Node, indent: number): readonly JsonObject[] => {
  const found: JsonObject[] = [];
  const style = list.type.name;
  let items: JsonObject[] = [];
  let offset = Number(list.attrs.offset ?? 0);
  const finish = (): void => {
    if (items.length === 0) return;
    const shift = style === "ordered" && offset > 0 ? { offset } : {};
    found.push({ type: "rich_text_list", elements: items, style, indent, border: 0, ...shift });
    offset += items.length;
    items = [];
  };
  for (const item of list.children) {
    const [line, ...inner] = item.children;
    items.push({
      type: "rich_text_section",
      elements: line === undefined ? [] : withLine([], line),
    });
    for (const nested of inner) {
      finish();
      found.push(...listsOf(nested, indent + 1));
    }
  }
  finish();
  return found;
};

const elementsOf = (block: Node): readonly JsonObject[] => {
  switch (block.type.name) {
    case "quote":
      return [{ type: "rich_text_quote", elements: joined(block.children) }];
    case "code_block": {
      const text = block.textContent;
      const elements = text === "" ? [] : [{ type: "text", text }];
      return [{ type: "rich_text_preformatted", elements, border: 0 }];
    }
    default:
      return listsOf(block, 0);
  }
};

/**
 * Slack's `rich_text` value of a document: lines that follow each other are one section, and a section before something
 * else ends with a new line. Null for a document without anything.
 */
export const richTextOf = (document: Node): JsonObject | null => {
  const elements: JsonObject[] = [];
  let lines: Node[] = [];
  const endSection = (isLast: boolean): void => {
    if (lines.length === 0) return;
    const parts = joined(lines);
    elements.push({ type: "rich_text_section", elements: isLast ? parts : withNewline(parts) });
    lines = [];
  };
  for (const block of document.children) {
    if (block.type.name === "paragraph") {
      lines.push(block);
      continue;
    }
    endSection(false);
    elements.push(...elementsOf(block));
  }
  // The empty line that the cursor needs below a list, a quote or code is nothing that was written.
  if (elements.length > 0 && lines.every(({ childCount }) => childCount === 0)) lines = [];
  endSection(true);
  const isEmpty = elements.every(
    ({ type, elements: parts }) =>
      type === "rich_text_section" && Array.isArray(parts) && parts.length === 0,
  );
  return isEmpty ? null : { type: "rich_text", elements };
};

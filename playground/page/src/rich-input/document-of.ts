import type { Mark, Node } from "prosemirror-model";
import { isObject, type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import { richSchema } from "./schema.ts";

const { nodes, marks } = richSchema;
const styles = ["bold", "italic", "strike", "underline", "code"] as const;

const marksOf = (part: JsonObject): readonly Mark[] => {
  const style = isObject(part.style) ? part.style : {};
  const own = styles.filter((name) => style[name] === true).map((name) => marks[name]?.create());
  const link = part.type === "link" ? [marks.link?.create({ url: textOf(part.url) })] : [];
  return [...link, ...own].filter((mark) => mark !== undefined);
};

const made = (type: string, content: readonly Node[], attrs: JsonObject = {}): Node => {
  const node = nodes[type]?.createAndFill(attrs, content);
  if (node === null || node === undefined) throw new Error(`a ${type} cannot hold this`);
  return node;
};

const lineBreak = (): Node => made("line_break", []);

/** The parts of a section as inline nodes; a new line in a text is a break. */
const inline = (section: JsonObject): readonly Node[] =>
  objectsOf(section.elements).flatMap((part): readonly Node[] => {
    if (part.type !== "text" && part.type !== "link") return [made("part", [], { value: part })];
    const text = textOf(part.text) || textOf(part.url);
    return text
      .split("\n")
      .flatMap((line, index) => [
        ...(index === 0 ? [] : [lineBreak()]),
        ...(line === "" ? [] : [richSchema.text(line, marksOf(part))]),
      ]);
  });

/** A line for each break. */
const lines = (section: JsonObject): readonly Node[] => {
  const found: Node[][] = [[]];
  for (const node of inline(section)) {
    if (node.type.name === "line_break") found.push([]);
    else found.at(-1)?.push(node);
  }
  return found.map((line) => made("paragraph", line));
};

type Item = {
  readonly style: "ordered" | "bullet";
  readonly indent: number;
  readonly offset: number;
  readonly line: Node;
};

const itemsOf = (list: JsonObject): readonly Item[] =>
  objectsOf(list.elements).map((section, index) => ({
    style: list.style === "ordered" ? "ordered" : "bullet",
    indent: Number(list.indent ?? 0),
    offset: Number(list.offset ?? 0) + index,
    line: made("paragraph", inline(section)),
  }));

/** Items that follow each other as lists in lists, by their indents. */
const nested = (items: readonly Item[], indent: number): readonly Node[] => {
  const [first] = items;
  if (first === undefined) return [];
  const found: Node[] = [];
  let last: { readonly item: Item; inner: Item[] } | null = null;
  let open: { readonly of: Item; readonly made: Node[] } | null = null;
  const close = (): void => {
    if (last !== null && open !== null) {
      open.made.push(made("item", [last.item.line, ...nested(last.inner, indent + 1)]));
    }
    last = null;
  };
  const endList = (): void => {
    close();
    if (open !== null) found.push(made(open.of.style, open.made, offsetOf(open.of)));
    open = null;
  };
  for (const item of items) {
    if (item.indent > indent) {
      last ??= { item: { ...item, indent, line: made("paragraph", []) }, inner: [] };
      open ??= { of: last.item, made: [] };
      last.inner.push(item);
      continue;
    }
    if (open !== null && open.of.style !== item.style) endList();
    else close();
    open ??= { of: item, made: [] };
    last = { item, inner: [] };
  }
  endList();
  return found;
};

const offsetOf = ({ style, offset }: Item): JsonObject => (style === "ordered" ? { offset } : {});

/** Slack ends a section before something else with a new line, which is no line of its own. */
const withoutLastBreak = (section: readonly Node[]): readonly Node[] =>
  section.length > 1 && section.at(-1)?.childCount === 0 ? section.slice(0, -1) : section;

/** The document of a `rich_text` value; an empty one for null. */
export const documentOf = (value: unknown): Node => {
  const elements = objectsOf(isObject(value) ? value.elements : []);
  const blocks: Node[] = [];
  let items: Item[] = [];
  elements.forEach((element, index) => {
    if (element.type === "rich_text_list") {
      items.push(...itemsOf(element));
      if (elements[index + 1]?.type === "rich_text_list") return;
      blocks.push(...nested(items, 0));
      items = [];
    } else if (element.type === "rich_text_quote") {
      blocks.push(made("quote", lines(element)));
    } else if (element.type === "rich_text_preformatted") {
      const text = objectsOf(element.elements)
        .map((part) => textOf(part.text) || textOf(part.url))
        .join("");
      blocks.push(made("code_block", text === "" ? [] : [richSchema.text(text)]));
    } else {
      const own = lines(element);
      const next = elements[index + 1];
      blocks.push(
        ...(next === undefined || next.type === "rich_text_section" ? own : withoutLastBreak(own)),
      );
    }
  });
  return made("doc", blocks);
};

import { lift, setBlockType, toggleMark, wrapIn } from "prosemirror-commands";
import type { Node, NodeType, ResolvedPos } from "prosemirror-model";
import { liftListItem, wrapInList } from "prosemirror-schema-list";
import { type Command, type EditorState, TextSelection } from "prosemirror-state";
import { richSchema } from "./schema.ts";

const { nodes, marks } = richSchema;

/** The styles of text that have a button. */
export type StyleName = "bold" | "italic" | "strike" | "code";

/** What a line may stand in. */
export type BlockName = "bullet" | "ordered" | "quote" | "code_block";

const nearest = ($at: ResolvedPos, isWanted: (node: Node) => boolean): Node | null => {
  for (let depth = $at.depth; depth > 0; depth -= 1) {
    const node = $at.node(depth);
    if (isWanted(node)) return node;
  }
  return null;
};

const isList = (node: Node): boolean => ["bullet", "ordered"].includes(node.type.name);

/** Whether text that is typed now, or all that is selected, has the style. */
export const hasStyle = (state: EditorState, name: StyleName): boolean => {
  const type = marks[name];
  if (type === undefined) return false;
  const { from, to, empty, $from } = state.selection;
  if (empty) return type.isInSet(state.storedMarks ?? $from.marks()) !== undefined;
  return state.doc.rangeHasMark(from, to, type);
};

/** Whether the cursor stands in such a block: for lists the innermost one counts. */
export const isIn = (state: EditorState, name: BlockName): boolean => {
  const { $from } = state.selection;
  const isWanted = name === "quote" || name === "code_block" ? null : isList;
  return nearest($from, isWanted ?? ((node) => node.type.name === name))?.type.name === name;
};

/** Gives the selection a style, or takes it away. */
export const toggleStyle = (name: StyleName): Command => {
  const type = marks[name];
  return type === undefined ? () => false : toggleMark(type);
};

const typeOf = (name: BlockName | "paragraph" | "item"): NodeType => {
  const type = nodes[name];
  if (type === undefined) throw new Error(`there is no ${name}`);
  return type;
};

/** A block of code becomes lines, one for each of its own. */
const codeToLines: Command = (state, dispatch) => {
  const { $from } = state.selection;
  const lines = $from.parent.textContent
    .split("\n")
    .map((line) => typeOf("paragraph").create(null, line === "" ? null : richSchema.text(line)));
  dispatch?.(state.tr.replaceWith($from.before(), $from.after(), lines));
  return true;
};

/** The selected lines become one block of code. */
const linesToCode: Command = (state, dispatch) => {
  const { $from, $to } = state.selection;
  if ($from.sameParent($to)) return setBlockType(typeOf("code_block"))(state, dispatch);
  const range = $from.blockRange($to);
  if (range === null) return false;
  const text = state.doc.textBetween(range.start, range.end, "\n", "\n");
  const code = typeOf("code_block").create(null, richSchema.text(text));
  const tr = state.tr.replaceRangeWith(range.start, range.end, code);
  dispatch?.(tr.setSelection(TextSelection.near(tr.doc.resolve(range.start + 1))));
  return true;
};

/** Another kind of list around the same items. */
const restyled =
  (name: "bullet" | "ordered"): Command =>
  (state, dispatch) => {
    const { $from } = state.selection;
    for (let depth = $from.depth; depth > 0; depth -= 1) {
      if (!isList($from.node(depth))) continue;
      dispatch?.(state.tr.setNodeMarkup($from.before(depth), typeOf(name)));
      return true;
    }
    return false;
  };

const into = (name: BlockName): Command => {
  switch (name) {
    case "quote":
      return wrapIn(typeOf("quote"));
    case "code_block":
      return linesToCode;
    default:
      return (state, dispatch, view) =>
        restyled(name)(state, dispatch) || wrapInList(typeOf(name))(state, dispatch, view);
  }
};

const outOf = (name: BlockName): Command => {
  switch (name) {
    case "quote":
      return lift;
    case "code_block":
      return codeToLines;
    default:
      return liftListItem(typeOf("item"));
  }
};

/** Puts the selected lines into such a block, or takes them out of it. */
export const toggleBlock =
  (name: BlockName): Command =>
  (state, dispatch, view) =>
    (isIn(state, name) ? outOf(name) : into(name))(state, dispatch, view);

/** Makes the selection a link, or writes `text` as one where nothing is selected. */
export const setLink =
  (url: string, text: string): Command =>
  (state, dispatch) => {
    const type = marks.link;
    if (type === undefined) return false;
    const { from, to } = state.selection;
    const mark = type.create({ url });
    const isSame = state.doc.textBetween(from, to) === text;
    const tr = isSame
      ? state.tr.addMark(from, to, mark)
      : state.tr.replaceSelectionWith(richSchema.text(text, [mark]), false);
    dispatch?.(tr.removeStoredMark(type));
    return true;
  };

/** The words that are selected. */
export const selectedText = ({ doc, selection }: EditorState): string =>
  doc.textBetween(selection.from, selection.to, " ");

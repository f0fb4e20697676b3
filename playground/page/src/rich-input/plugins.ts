import { baseKeymap, chainCommands, exitCode } from "prosemirror-commands";
import { history, redo, undo } from "prosemirror-history";
import {
  InputRule,
  inputRules,
  textblockTypeInputRule,
  wrappingInputRule,
} from "prosemirror-inputrules";
import { keymap } from "prosemirror-keymap";
import { liftListItem, sinkListItem, splitListItem } from "prosemirror-schema-list";
import type { Command, Plugin } from "prosemirror-state";
import { type StyleName, toggleBlock, toggleStyle } from "./commands.ts";
import { richSchema } from "./schema.ts";

const { nodes, marks } = richSchema;

const breakLine: Command = (state, dispatch) => {
  const { line_break: type } = nodes;
  if (type === undefined || state.selection.$from.parent.type.spec.code === true) return false;
  dispatch?.(state.tr.replaceSelectionWith(type.create()).scrollIntoView());
  return true;
};

/** Slack's keys (slack.com/help, "Format your messages"). Tab moves an item of a list, and leaves the field elsewhere. */
const keys = (onEnter: Command, editLink: () => void): Plugin => {
  const { item } = nodes;
  const inLists: { [key: string]: Command } =
    item === undefined
      ? {}
      : { Tab: sinkListItem(item), "Shift-Tab": liftListItem(item), Enter: splitListItem(item) };
  return keymap({
    ...inLists,
    "Mod-b": toggleStyle("bold"),
    "Mod-i": toggleStyle("italic"),
    "Mod-Shift-x": toggleStyle("strike"),
    "Mod-Shift-c": toggleStyle("code"),
    "Mod-Shift-7": toggleBlock("ordered"),
    "Mod-Shift-8": toggleBlock("bullet"),
    "Mod-Shift-9": toggleBlock("quote"),
    "Mod-Alt-Shift-c": toggleBlock("code_block"),
    "Mod-Shift-u": () => {
      editLink();
      return true;
    },
    "Mod-z": undo,
    "Mod-y": redo,
    "Mod-Shift-z": redo,
    "Shift-Enter": chainCommands(exitCode, breakLine),
    Enter: chainCommands(onEnter, inLists.Enter ?? (() => false)),
  });
};

/** Text between two marks, such as `*bold*`, gets the style once the second mark is typed. */
const styleRule = (mark: string, name: StyleName): InputRule =>
  new InputRule(
    new RegExp(`(^|[\\s(])\\${mark}([^\\s${mark}](?:[^${mark}]*[^\\s${mark}])?)\\${mark}$`),
    (state, match, start, end) => {
      const type = marks[name];
      const [, before = "", text = ""] = match;
      if (type === undefined) return null;
      const from = start + before.length;
      const tr = state.tr.delete(from + 1 + text.length, end).delete(from, from + 1);
      return tr.addMark(from, from + text.length, type.create()).removeStoredMark(type);
    },
  );

const rules = (): Plugin => {
  const { bullet, ordered, quote, code_block } = nodes;
  return inputRules({
    rules: [
      ...(bullet === undefined ? [] : [wrappingInputRule(/^\s*[-*•]\s$/, bullet)]),
      ...(ordered === undefined ? [] : [wrappingInputRule(/^1[.)]\s$/, ordered)]),
      ...(quote === undefined ? [] : [wrappingInputRule(/^>\s$/, quote)]),
      ...(code_block === undefined ? [] : [textblockTypeInputRule(/^```$/, code_block)]),
      styleRule("*", "bold"),
      styleRule("_", "italic"),
      styleRule("~", "strike"),
      styleRule("`", "code"),
    ],
  });
};

/** Keys, formatting while typing, and undoing. `onEnter` may take Enter before it makes a line. */
export const richPlugins = (onEnter: Command, editLink: () => void): Plugin[] => [
  rules(),
  keys(onEnter, editLink),
  keymap(baseKeymap),
  history(),
];

import { useEffect, useReducer, useRef, useState } from "preact/hooks";
import { type Command, EditorState } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { dispatchOn } from "../block-kit/dispatch-on.ts";
import { type ElementProps, type ElementState, stateOf } from "../block-kit/host.ts";
import { plain } from "../block-kit/text.tsx";
import { selectedText, setLink } from "./commands.ts";
import { documentOf } from "./document-of.ts";
import { LinkBox } from "./link-box.tsx";
import { richPlugins } from "./plugins.ts";
import { richTextOf } from "./rich-text-of.ts";
import { Toolbar } from "./toolbar.tsx";

/** Slack's defaults of `min_lines` and `max_lines`. */
const usualLines = { least: 3, most: 8 };

const stateFrom = (value: unknown): ElementState => ({
  type: "rich_text_input",
  rich_text_value: value,
});

const attributesOf = (props: ElementProps, isEmpty: boolean): { [name: string]: string } => {
  const { element, host, blockId, labelledBy, describedBy } = props;
  const placeholder = plain(element.placeholder);
  const least = Number(element.min_lines ?? usualLines.least);
  const most = Math.max(least, Number(element.max_lines ?? usualLines.most));
  return {
    role: "textbox",
    "aria-multiline": "true",
    class: isEmpty ? "rich-text rich-field empty" : "rich-text rich-field",
    style: `--least: ${least}; --most: ${most}`,
    "aria-invalid": String(host.errors[blockId] !== undefined),
    ...(labelledBy === undefined
      ? { "aria-label": placeholder || "Formatted text" }
      : { "aria-labelledby": labelledBy }),
    ...(describedBy === undefined ? {} : { "aria-describedby": describedBy }),
    ...(placeholder === "" ? {} : { "data-placeholder": placeholder }),
  };
};

/** A rich text field with Slack's toolbar and keys; it holds Slack's `rich_text`, or null when it is empty. */
export const RichInput = (props: ElementProps) => {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView | null>(null);
  // The editor outlives the drawing that made it: it acts for the newest one.
  const newest = useRef(props);
  newest.current = props;
  const [asksLink, setAsksLink] = useState(false);
  const [, redraw] = useReducer((times: number) => times + 1, 0);
  const value = stateOf(props).rich_text_value ?? null;
  const known = useRef(JSON.stringify(value));
  // A drawing may lag behind the strokes: what was told since the last quiet moment is no news of the app.
  const told = useRef(new Set([known.current]));

  const onEnter: Command = (state) => {
    const { host, blockId, actionId, element } = newest.current;
    if (!dispatchOn(newest.current, "on_enter_pressed")) return false;
    host.act(blockId, actionId, stateFrom(richTextOf(state.doc)), element);
    return true;
  };
  const beginWith = (held: unknown): EditorState =>
    EditorState.create({
      doc: documentOf(held),
      plugins: richPlugins(onEnter, () => setAsksLink(true)),
    });
  const tell = (state: EditorState): void => {
    const { host, blockId, actionId, element } = newest.current;
    const typed = richTextOf(state.doc);
    known.current = JSON.stringify(typed);
    told.current.add(known.current);
    if (dispatchOn(newest.current, "on_character_entered")) {
      host.act(blockId, actionId, stateFrom(typed), element);
    } else host.change(blockId, actionId, stateFrom(typed));
  };
  useEffect(() => {
    if (place.current === null) return undefined;
    const made = new EditorView(place.current, {
      state: beginWith(value),
      attributes: (state) => attributesOf(newest.current, richTextOf(state.doc) === null),
      dispatchTransaction: (change) => {
        made.updateState(made.state.apply(change));
        if (change.docChanged) tell(made.state);
        redraw(undefined);
      },
    });
    view.current = made;
    if (props.element.focus_on_load === true) made.focus();
    redraw(undefined);
    return () => made.destroy();
  }, []);
  useEffect(() => {
    // The app put another value into the form: what is shown gives way to it.
    const now = JSON.stringify(value);
    if (now === known.current) told.current = new Set([now]);
    if (now === known.current || told.current.has(now)) return;
    known.current = now;
    view.current?.updateState(beginWith(value));
  });
  // Words at the field and its description change without a stroke in it.
  useEffect(() => view.current?.setProps({}), [props.host.errors[props.blockId]]);

  const run = (command: Command): void => {
    const made = view.current;
    if (made === null) return;
    command(made.state, made.dispatch, made);
    made.focus();
  };
  return (
    <div class="rich-box">
      {view.current !== null && (
        <Toolbar state={view.current.state} run={run} editLink={() => setAsksLink(true)} />
      )}
      <div ref={place} />
      {asksLink && view.current !== null && (
        <LinkBox
          text={selectedText(view.current.state)}
          save={(url, text) => {
            setAsksLink(false);
            run(setLink(url, text));
          }}
          cancel={() => {
            setAsksLink(false);
            view.current?.focus();
          }}
        />
      )}
    </div>
  );
};

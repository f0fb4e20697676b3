import { useRef } from "preact/hooks";
import { type Annotating, labelsOf, labelText, unmarkText } from "./annotation-press.ts";
import { type Control, Field, Key } from "./frame.tsx";
import { colours, keyOfAct, MarkLabels } from "./mark-labels.tsx";
import { type Drawn, useTask } from "./task-context.ts";
import { adjusted, marksOf, piecesOfText, type Stretch } from "./text-marks.ts";

/** Where a point of the drawn text stands in the content; null outside of it. */
const offsetOf = (node: Node | null, within: number): number | null => {
  const piece = (node instanceof Element ? node : node?.parentElement)?.closest("[data-offset]");
  const offset = piece?.getAttribute("data-offset");
  return offset === null || offset === undefined ? null : Number(offset) + within;
};

const selectedIn = (place: HTMLElement): Stretch | null => {
  const selection = place.ownerDocument.getSelection();
  if (selection === null || selection.isCollapsed || !place.contains(selection.anchorNode)) {
    return null;
  }
  const from = offsetOf(selection.anchorNode, selection.anchorOffset);
  const to = offsetOf(selection.focusNode, selection.focusOffset);
  if (from === null || to === null) return null;
  return { offset: Math.min(from, to), length: Math.abs(to - from) };
};

const Annotator = ({ part, control }: Drawn & { readonly control: Control }) => {
  const { task } = useTask();
  const text = useRef<HTMLParagraphElement>(null);
  const content = task.words(part, "content");
  const labels = labelsOf(task.prop(part, "labels"));
  const marks = marksOf(control.value, content);
  const state = task.stateOf(part);
  const keys = task.annotationKeys("text");
  const field = (selection?: Stretch) => ({
    state: selection === undefined ? state : { ...state, selection },
    value: control.value,
    prop: (name: string) => task.prop(part, name),
  });
  const take = (done: Annotating | null): void => {
    if (done === null) return;
    task.keep(part, done.state);
    if (done.value !== undefined) control.set(done.value.length === 0 ? undefined : done.value);
  };
  const select = (stretch: Stretch | null): void => {
    if (stretch === null || control.isDisabled) return;
    const selection = adjusted(content, stretch, task.prop(part, "adjust") === "words");
    if (state.label !== undefined && state.label >= 0 && selection.length > 0) {
      take(labelText(field(selection), state.label));
      text.current?.ownerDocument.getSelection()?.removeAllRanges();
    } else task.keep(part, { selection });
  };
  const selectTyped = ({ selectionStart, selectionEnd }: HTMLTextAreaElement): void => {
    const selection = { offset: selectionStart, length: selectionEnd - selectionStart };
    task.keep(part, { selection: adjusted(content, selection, false) });
  };
  const { selection } = state;
  const hasSelection = selection !== undefined && selection.length > 0;
  const colourOf = (label: string): number =>
    Math.max(
      0,
      labels.findIndex((each) => each.value === label),
    ) % colours;
  return (
    <>
      <div class="tb-tools">
        <MarkLabels
          {...{ labels, keys }}
          chosen={state.label}
          isDisabled={control.isDisabled}
          choose={(index) =>
            state.label === index && !hasSelection
              ? task.keep(part, { label: -1 })
              : take(labelText(field(), index))
          }
        />
        <button
          type="button"
          class="button"
          disabled={control.isDisabled || !hasSelection}
          onClick={() => take(unmarkText(field()))}
        >
          Remove the mark
          <Key name={keyOfAct(keys, ({ act }) => act === "remove")} />
        </button>
      </div>
      {/* The same text can be selected by keyboard below. */}
      <p
        ref={text}
        class="tb-annotated"
        onPointerUp={(event) => select(selectedIn(event.currentTarget))}
      >
        {piecesOfText(content, marks).map(({ offset, text: words, mark }) =>
          mark === null ? (
            <span key={offset} data-offset={offset}>
              {words}
            </span>
          ) : (
            <button
              key={offset}
              type="button"
              class={`tb-mark tb-colour-${colourOf(mark.label)}`}
              disabled={control.isDisabled}
              aria-label={`${words}: ${mark.label}`}
              onClick={() =>
                task.keep(part, { selection: { offset: mark.offset, length: mark.length } })
              }
            >
              <span data-offset={offset}>{words}</span>
              <sub aria-hidden="true">{mark.label}</sub>
            </button>
          ),
        )}
      </p>
      <p role="status" class="tb-note">
        {hasSelection &&
          `Selected: ${content.slice(selection.offset, selection.offset + selection.length)}`}
      </p>
      <details class="tb-by-keyboard">
        <summary>Select by keyboard</summary>
        <textarea
          class="tb-input"
          readOnly
          rows={3}
          aria-label={`${control.name}: text to select in`}
          aria-describedby={control.describedBy}
          value={content}
          onKeyUp={({ currentTarget }) => selectTyped(currentTarget)}
          onPointerUp={({ currentTarget }) => selectTyped(currentTarget)}
        />
      </details>
    </>
  );
};

/** field.text-annotation: pieces of a text are marked with labels. */
export const TextAnnotationField = ({ part }: Drawn) => (
  <Field part={part} kind="group">
    {(control) => <Annotator part={part} control={control} />}
  </Field>
);

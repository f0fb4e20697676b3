import type { ComponentChild } from "preact";
import { useId } from "preact/hooks";
import { type Drawn, useTask } from "./task-context.ts";
import type { Target } from "./values.ts";

/** A key that stands for pressing what it is beside. */
export const Key = ({ name }: { readonly name: string | undefined }) =>
  name === undefined ? null : (
    <kbd class="tb-key" title={`Key ${name}`}>
      {{ up: "↑", down: "↓" }[name] ?? name}
    </kbd>
  );

const Refusals = ({ id, words }: { readonly id: string; readonly words: readonly string[] }) => (
  <div id={id} role="alert" class="tb-refusals">
    {words.map((each) => (
      <p key={each}>{each}</p>
    ))}
  </div>
);

/** A component of the page with its label above, its hint, and what is wrong with it. */
export const Frame = (props: Drawn & { readonly children: ComponentChild }) => {
  const { task, draw } = useTask();
  const id = useId();
  const { part } = props;
  const words = task.refusalsAt(part);
  const label = task.prop(part, "label");
  const hint = task.prop(part, "hint");
  return (
    <div class={words.length === 0 ? "tb-view" : "tb-view tb-wrong"}>
      {label !== undefined && <div class="tb-label">{draw(label)}</div>}
      {hint !== undefined && <div class="tb-hint">{draw(hint)}</div>}
      {props.children}
      <Refusals id={`${id}-wrong`} words={words} />
    </div>
  );
};

/** What the control of a field needs. */
export type Control = {
  readonly id: string;
  /** The field's name for those who do not see it. */
  readonly name: string;
  readonly describedBy: string;
  readonly isWrong: boolean;
  readonly isDisabled: boolean;
  readonly target: Target;
  readonly value: unknown;
  /** Keeps an answer; undefined clears it. */
  set(value: unknown): void;
};

const named = (text: string): string => {
  const [first = "", ...rest] = [...text.replace(/[_-]+/g, " ")];
  return `${first.toUpperCase()}${rest.join("")}` || "Answer";
};

type FieldProps = Drawn & {
  /** A group is a fieldset with a legend; a lone control has a label of its own. */
  readonly kind: "control" | "group" | "radiogroup";
  /** Whether the control says its label itself, as a checkbox does. */
  readonly isSelfLabelled?: boolean;
  readonly children: (control: Control) => ComponentChild;
};

/** A field with its label, hint and what is wrong with its answer. */
export const Field = ({ part, kind, isSelfLabelled = false, children }: FieldProps) => {
  const { task, draw } = useTask();
  const id = useId();
  const target = task.target(part);
  const words = task.refusalsAt(part);
  if (target === null) {
    return (
      <p class="tb-trouble">
        {part.type} at {part.at}: its data is none that can be written
      </p>
    );
  }
  const label = isSelfLabelled ? undefined : task.prop(part, "label");
  const hint = task.prop(part, "hint");
  const control: Control = {
    id: `${id}-control`,
    name: task.words(part, "label") || named(target.steps.at(-1) ?? ""),
    describedBy: `${id}-hint ${id}-wrong`,
    isWrong: words.length > 0,
    isDisabled: task.prop(part, "disabled") === true,
    target,
    value: task.valueAt(target),
    set: (value) => task.write(target, value),
  };
  const rest = (
    <>
      {hint !== undefined && (
        <div class="tb-hint" id={`${id}-hint`}>
          {draw(hint)}
        </div>
      )}
      {children(control)}
      <Refusals id={`${id}-wrong`} words={words} />
    </>
  );
  const style = control.isWrong ? "tb-field tb-wrong" : "tb-field";
  if (kind === "control") {
    return (
      <div class={style}>
        {label !== undefined && (
          <label class="tb-label" for={control.id}>
            {draw(label)}
          </label>
        )}
        {rest}
      </div>
    );
  }
  return (
    <fieldset
      class={style}
      role={kind === "radiogroup" ? "radiogroup" : undefined}
      aria-invalid={kind === "radiogroup" && control.isWrong ? true : undefined}
      aria-describedby={control.describedBy}
    >
      <legend class={label === undefined ? "hidden-text" : "tb-label"}>
        {label === undefined ? control.name : draw(label)}
      </legend>
      {rest}
    </fieldset>
  );
};

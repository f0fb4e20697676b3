import { type JsonObject, objectOf, objectsOf, textOf } from "../ui/json.ts";
import { type Control, Field, Key } from "./frame.tsx";
import { type Drawn, useTask } from "./task-context.ts";
import { ticked } from "./ticked.ts";
import { isAnswer, wordsOf } from "./values.ts";

const Hint = ({ option }: { readonly option: JsonObject }) => {
  const { draw } = useTask();
  return option.hint === undefined ? null : <small class="tb-hint">{draw(option.hint)}</small>;
};

/** field.radio-group. */
export const RadioGroup = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  return (
    <Field part={part} kind="radiogroup">
      {({ id, value, set, target, isDisabled, describedBy }) => (
        <div class="tb-choices">
          {objectsOf(task.prop(part, "options")).map((option) => (
            <label key={wordsOf(option.value)} class="tb-choice">
              <input
                type="radio"
                name={id}
                checked={isAnswer(value, option.value)}
                disabled={isDisabled}
                aria-describedby={describedBy}
                onChange={() => set(option.value)}
              />
              <span class="tb-choice-words">
                {draw(option.label)}
                <Hint option={option} />
              </span>
              <Key name={task.keyFor(target, option.value)} />
            </label>
          ))}
        </div>
      )}
    </Field>
  );
};

/** field.button-radio-group: radio buttons that look like buttons. */
export const ButtonRadioGroup = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  return (
    <Field part={part} kind="radiogroup">
      {({ id, value, set, target, isDisabled }) => (
        <div class="tb-buttons">
          {objectsOf(task.prop(part, "options")).map((option) => (
            <label
              key={wordsOf(option.value)}
              class={`button tb-pick${isAnswer(value, option.value) ? " tb-picked" : ""}`}
            >
              <input
                type="radio"
                class="hidden-text"
                name={id}
                checked={isAnswer(value, option.value)}
                disabled={isDisabled}
                onChange={() => set(option.value)}
              />
              {draw(option.label)}
              <Key name={task.keyFor(target, option.value)} />
              <Hint option={option} />
            </label>
          ))}
        </div>
      )}
    </Field>
  );
};

/** field.button-radio. */
export const ButtonRadio = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const own = task.prop(part, "valueToSet");
  return (
    <Field part={part} kind="control" isSelfLabelled={true}>
      {({ value, set, target, describedBy, isDisabled }) => (
        <button
          type="button"
          class={`button tb-pick${isAnswer(value, own) ? " tb-picked" : ""}`}
          aria-pressed={isAnswer(value, own)}
          aria-describedby={describedBy}
          disabled={isDisabled}
          onClick={() => set(own)}
        >
          {draw(task.prop(part, "label") ?? wordsOf(own))}
          <Key name={task.keyFor(target, own)} />
        </button>
      )}
    </Field>
  );
};

/** field.checkbox: unticked it has no answer, unless `preserveFalse` keeps a false. */
export const Checkbox = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const label = task.prop(part, "label");
  const unticked = task.prop(part, "preserveFalse") === true ? false : undefined;
  return (
    <Field part={part} kind="control" isSelfLabelled={true}>
      {({ name, value, set, target, describedBy, isWrong, isDisabled }) => (
        <label class="tb-choice">
          <input
            type="checkbox"
            checked={value === true}
            disabled={isDisabled}
            aria-describedby={describedBy}
            aria-invalid={isWrong}
            onChange={(event) => set(event.currentTarget.checked ? true : unticked)}
          />
          <span class="tb-choice-words">{label === undefined ? name : draw(label)}</span>
          <Key name={task.keyFor(target)} />
        </label>
      )}
    </Field>
  );
};

const isTicked = ({ value }: Control, name: string): boolean => objectOf(value)[name] === true;

/** field.checkbox-group: an object with a boolean for each ticked option. */
export const CheckboxGroup = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const preserveFalse = task.prop(part, "preserveFalse") === true;
  return (
    <Field part={part} kind="group">
      {(control) => (
        <div class="tb-choices">
          {objectsOf(task.prop(part, "options")).map((option) => {
            const name = textOf(option.value) || wordsOf(option.value);
            const target = { ...control.target, steps: [...control.target.steps, name] };
            return (
              <label key={name} class="tb-choice">
                <input
                  type="checkbox"
                  checked={isTicked(control, name)}
                  disabled={control.isDisabled}
                  aria-invalid={control.isWrong}
                  aria-describedby={control.describedBy}
                  onChange={(event) =>
                    control.set(
                      ticked(control.value, name, event.currentTarget.checked, preserveFalse),
                    )
                  }
                />
                <span class="tb-choice-words">
                  {draw(option.label)}
                  <Hint option={option} />
                </span>
                <Key name={task.keyFor(target)} />
              </label>
            );
          })}
        </div>
      )}
    </Field>
  );
};

/** field.select. */
export const Select = ({ part }: Drawn) => {
  const { task } = useTask();
  const options = objectsOf(task.prop(part, "options"));
  return (
    <Field part={part} kind="control">
      {({ id, name, value, set, describedBy, isWrong, isDisabled }) => (
        <select
          id={id}
          class="tb-input"
          aria-label={part.props.label === undefined ? name : undefined}
          aria-describedby={describedBy}
          aria-invalid={isWrong}
          disabled={isDisabled}
          onChange={(event) => set(options[event.currentTarget.selectedIndex - 1]?.value)}
        >
          <option value="">{task.words(part, "placeholder") || "Choose"}</option>
          {options.map((option, index) => (
            <option
              key={wordsOf(option.value)}
              value={index.toString()}
              selected={isAnswer(value, option.value)}
            >
              {wordsOf(option.label)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
};

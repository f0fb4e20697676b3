import { Field } from "./frame.tsx";
import { numberOf } from "./sizes.ts";
import { type Drawn, useTask } from "./task-context.ts";
import { type Typed, typedNumber, typedPhone, typedText } from "./typed.ts";
import { isSame, wordsOf } from "./values.ts";

type LineProps = Drawn & {
  readonly mode: "text" | "email" | "tel" | "decimal";
  readonly read: (typed: string) => Typed;
};

/** One line. What was typed stays as it was while the answer that it makes is the same. */
const Line = ({ part, mode, read }: LineProps) => {
  const { task } = useTask();
  return (
    <Field part={part} kind="control">
      {({ id, name, value, set, describedBy, isWrong, isDisabled }) => {
        const { words = "" } = task.stateOf(part);
        const shown = isSame(read(words).value, value) ? words : wordsOf(value);
        const keep = (text: string): void => {
          const typed = read(text);
          task.keep(part, { words: typed.words });
          set(typed.value);
        };
        return (
          <input
            id={id}
            class="tb-input"
            type="text"
            inputMode={mode}
            value={shown}
            placeholder={task.words(part, "placeholder")}
            aria-label={part.props.label === undefined ? name : undefined}
            aria-describedby={describedBy}
            aria-invalid={isWrong}
            disabled={isDisabled}
            onInput={(event) => {
              keep(event.currentTarget.value);
              const { words: kept = "" } = task.stateOf(part);
              if (event.currentTarget.value !== kept) event.currentTarget.value = kept;
            }}
            onKeyDown={(event) => {
              const step = { ArrowUp: 1, ArrowDown: -1 }[event.key];
              if (mode !== "decimal" || step === undefined) return;
              event.preventDefault();
              keep(String((numberOf(value) ?? 0) + step));
            }}
          />
        );
      }}
    </Field>
  );
};

/** field.text. */
export const TextField = ({ part }: Drawn) => <Line part={part} mode="text" read={typedText} />;

/** field.email. */
export const EmailField = ({ part }: Drawn) => <Line part={part} mode="email" read={typedText} />;

/** field.phone-number. */
export const PhoneField = ({ part }: Drawn) => <Line part={part} mode="tel" read={typedPhone} />;

/** field.number. */
export const NumberField = ({ part }: Drawn) => (
  <Line part={part} mode="decimal" read={typedNumber} />
);

/** field.textarea. */
export const TextareaField = ({ part }: Drawn) => {
  const { task } = useTask();
  return (
    <Field part={part} kind="control">
      {({ id, name, value, set, describedBy, isWrong, isDisabled }) => (
        <textarea
          id={id}
          class="tb-input"
          rows={numberOf(task.prop(part, "rows")) ?? 4}
          style={task.prop(part, "resizable") === false ? { resize: "none" } : {}}
          value={wordsOf(value)}
          placeholder={task.words(part, "placeholder")}
          aria-label={part.props.label === undefined ? name : undefined}
          aria-describedby={describedBy}
          aria-invalid={isWrong}
          disabled={isDisabled}
          onInput={(event) => set(typedText(event.currentTarget.value).value)}
        />
      )}
    </Field>
  );
};

/** field.date: `2026-08-19`, or `2026-08-19T10:30` with the time. */
export const DateField = ({ part }: Drawn) => {
  const { task } = useTask();
  const hasTime = task.prop(part, "format") === "date-time";
  const bound = (name: string): string | undefined => {
    const words = task.words(part, name).replace(" ", "T");
    return words === "" ? undefined : words.slice(0, hasTime ? 16 : 10);
  };
  return (
    <Field part={part} kind="control">
      {({ id, name, value, set, describedBy, isWrong, isDisabled }) => (
        <input
          id={id}
          class="tb-input tb-date"
          type={hasTime ? "datetime-local" : "date"}
          value={wordsOf(value)}
          min={bound("min")}
          max={bound("max")}
          aria-label={part.props.label === undefined ? name : undefined}
          aria-describedby={describedBy}
          aria-invalid={isWrong}
          disabled={isDisabled}
          onInput={(event) => set(typedText(event.currentTarget.value).value)}
        />
      )}
    </Field>
  );
};

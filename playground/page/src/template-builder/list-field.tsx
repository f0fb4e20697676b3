import { Field } from "./frame.tsx";
import { numberOf } from "./sizes.ts";
import { type Drawn, useTask } from "./task-context.ts";

/** field.list: items that are added and removed, each drawn by `render`. */
export const ListField = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const isEditable = task.prop(part, "editable") !== false;
  const [least, most] = [
    numberOf(task.prop(part, "minLength")) ?? 0,
    numberOf(task.prop(part, "maxLength")) ?? Number.POSITIVE_INFINITY,
  ];
  const isRow = task.prop(part, "direction") === "horizontal";
  return (
    <Field part={part} kind="group">
      {({ value, set, target, isDisabled }) => {
        const items: readonly unknown[] = Array.isArray(value) ? value : [];
        const remove = (index: number): void => {
          const rest = items.filter((_item, at) => at !== index);
          set(rest.length === 0 ? undefined : rest);
        };
        return (
          <div class={isRow ? "tb-list tb-row" : "tb-list"}>
            {items.map((item, index) => (
              <fieldset key={index.toString()} class="tb-item">
                <legend class="hidden-text">{`Item ${index + 1}`}</legend>
                <div class="tb-item-body">{draw(task.item(part, target, index, item))}</div>
                {isEditable && items.length > least && (
                  <button
                    type="button"
                    class="button quiet"
                    aria-label={`Remove item ${index + 1}`}
                    disabled={isDisabled}
                    onClick={() => remove(index)}
                  >
                    ×
                  </button>
                )}
              </fieldset>
            ))}
            {isEditable && items.length < most && (
              <div>
                <button
                  type="button"
                  class="button"
                  disabled={isDisabled}
                  onClick={() => set([...items, null])}
                >
                  + {task.words(part, "buttonLabel") || "Add"}
                </button>
              </div>
            )}
          </div>
        );
      }}
    </Field>
  );
};

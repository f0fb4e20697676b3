import type { TbConfig } from "../../../playground/page/src/template-builder/config.ts";
import {
  createTask,
  type Task,
  type TaskFacts,
} from "../../../playground/page/src/template-builder/task.ts";
import { isPart, type Part } from "../../../playground/page/src/template-builder/values.ts";

/** Opens a task of a config, in a page that shows no picture and keeps what it is notified of. */
export const openTask = (
  config: Partial<TbConfig>,
  facts: Partial<TaskFacts> = {},
): { readonly task: Task; readonly notices: readonly string[] } => {
  const notices: string[] = [];
  const around = {
    media: () => null,
    upload: async () => "attachment",
    notify: (words: string, theme: string) => {
      notices.push(`${theme}: ${words}`);
    },
  };
  const whole = { view: {}, plugins: [], vars: {}, ...config };
  return { task: createTask(whole, { id: "t1", input: {}, ...facts }, around), notices };
};

/** A `data` component that is read and written below an output path. */
export const output = (path: string): { readonly type: string; readonly path: string } => ({
  type: "data.output",
  path,
});

/** A field of text below an output path. */
export const field = (path: string, more: object = {}): object => ({
  type: "field.text",
  data: output(path),
  ...more,
});

/** A list of components. */
export const list = (...items: readonly unknown[]) => ({ type: "view.list", items });

/** Each component of a list that is the whole view. */
export const partsOf = (task: Task): readonly Part[] => {
  const view = task.view();
  const items = isPart(view) ? task.prop(view, "items") : [];
  return Array.isArray(items) ? items.filter(isPart) : [];
};

/** Answers below an output path, as typing into its field does. */
export const answer = (task: Task, path: string, value: unknown): void =>
  task.write({ store: "output", steps: path.split(".") }, value);

/** What a text component would show of a piece of config. */
export const evaluated = (
  content: unknown,
  facts: Partial<TaskFacts> = {},
  vars: TbConfig["vars"] = {},
): unknown => {
  const { task } = openTask({ view: { type: "view.text", content }, vars }, facts);
  const view = task.view();
  return isPart(view) ? task.prop(view, "content") : undefined;
};

/** A `helper.if`; its members are put together here because an object written with `then` looks like a promise. */
export const choose = (condition: unknown, taken: unknown, otherwise?: unknown): object =>
  Object.fromEntries(
    [
      ["type", "helper.if"],
      ["condition", condition],
      ["then", taken],
      ["else", otherwise],
    ].filter(([, member]) => member !== undefined),
  );

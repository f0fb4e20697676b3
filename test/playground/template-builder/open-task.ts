import type { TbConfig } from "../../../playground/page/src/template-builder/config.ts";
import { createTask, type Task } from "../../../playground/page/src/template-builder/task.ts";

/** A task of a config, with the notices that it gave. */
export type Opened = { readonly task: Task; readonly notices: readonly string[] };

/** Opens a task of a view, in a page that shows and keeps nothing. */
export const openTask = (
  config: Partial<TbConfig>,
  facts: Partial<Parameters<typeof createTask>[1]> = {},
): Opened => {
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
export const output = (path: string) => ({ type: "data.output", path });

/** What a text component shows. */
export const shownText = (
  content: unknown,
  facts: Partial<Parameters<typeof createTask>[1]> = {},
  vars = {},
) => {
  const { task } = openTask({ view: { type: "view.text", content }, vars }, facts);
  const view = task.view();
  if (typeof view !== "object" || view === null || !("at" in view)) throw new Error("no view");
  return view;
};

import type { Task } from "./task.ts";
import { isTrouble, type Part } from "./values.ts";

/** Properties without which a component cannot be drawn, and that must be lists. */
const lists: ReadonlyMap<string, string> = new Map([
  ["view.list", "items"],
  ["view.labeled-list", "items"],
  ["view.link-group", "links"],
  ["layout.columns", "items"],
  ["layout.compare", "items"],
  ["layout.side-by-side", "items"],
  ["field.radio-group", "options"],
  ["field.button-radio-group", "options"],
  ["field.checkbox-group", "options"],
  ["field.select", "options"],
  ["field.quiz", "options"],
  ["field.text-annotation", "labels"],
]);

/** What is wrong with the list that a component is made of; null when nothing is. */
export const brokenList = (task: Task, part: Part): string | null => {
  const name = lists.get(part.type);
  if (name === undefined) return null;
  const value = task.prop(part, name);
  if (isTrouble(value)) return `its ${name}: ${value.words}`;
  return Array.isArray(value) ? null : `its ${name} must be a list`;
};

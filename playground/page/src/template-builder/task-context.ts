import { type ComponentChild, createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Task } from "./task.ts";
import type { Part } from "./values.ts";

/** What a component draws with. */
export type Drawing = {
  readonly task: Task;
  /** Draws what a property holds: components, texts, lists of them, or words about what is broken. */
  draw(value: unknown): ComponentChild;
};

/** What every component of the config gets. */
export type Drawn = { readonly part: Part };

/** The task that the components below it belong to. */
export const TaskContext = createContext<Drawing | null>(null);

/** The task that a component belongs to; throws outside of a task. */
export const useTask = (): Drawing => {
  const drawing = useContext(TaskContext);
  if (drawing === null) throw new Error("a component is drawn outside of a task");
  return drawing;
};

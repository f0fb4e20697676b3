import type { ComponentChild } from "preact";
import { useEffect, useErrorBoundary, useReducer } from "preact/hooks";
import { components } from "./components.ts";
import { brokenList } from "./list-properties.ts";
import type { Task } from "./task.ts";
import { type Drawn, TaskContext, useTask } from "./task-context.ts";
import { isPart, isTrouble, keyOf, wordsOf } from "./values.ts";

/** One component, or words at its place when it cannot be drawn. */
const Component = ({ part }: Drawn) => {
  const { task } = useTask();
  const [error, forget] = useErrorBoundary();
  // The next change may have mended what was wrong.
  useEffect(
    () => (error === undefined ? undefined : task.subscribe(forget)),
    [error, forget, task],
  );
  const Drawing = components.get(part.type);
  const why =
    error === undefined
      ? (brokenList(task, part) ?? "the playground does not know this component")
      : wordsOf(error instanceof Error ? error.message : error);
  if (error !== undefined || Drawing === undefined || brokenList(task, part) !== null) {
    return (
      <p class="tb-trouble">
        {part.type} at {part.at} cannot be drawn: {why}
      </p>
    );
  }
  return <Drawing part={part} />;
};

/** Places in a list tell its members apart: one component may stand in several. */
const drawAt = (value: unknown, index: number): ComponentChild => {
  if (isTrouble(value)) return <span class="tb-trouble">{value.words}</span>;
  if (isPart(value)) return <Component key={`${index} ${keyOf(value)}`} part={value} />;
  return Array.isArray(value) ? value.map(drawAt) : wordsOf(value);
};

const draw = (value: unknown): ComponentChild => drawAt(value, 0);

/** Puts the focus on the first field below a place that is drawn as wrong, once what has changed is drawn. */
export const focusFirstRefusal = (place: Element): void => {
  requestAnimationFrame(() => {
    const first = place.querySelector(".tb-wrong");
    first
      ?.querySelector<HTMLElement>("input, select, textarea, button")
      ?.focus({ focusVisible: true });
    first?.scrollIntoView({ block: "center" });
  });
};

/** A task as whoever answers it sees it; drawn anew with each change. */
export const TaskView = (props: { readonly task: Task; readonly heading?: string }) => {
  const { task, heading } = props;
  const [, redraw] = useReducer<number, undefined>((count) => count + 1, 0);
  useEffect(() => task.subscribe(() => redraw(undefined)), [task]);
  const stray = task.strayRefusals();
  return (
    <TaskContext.Provider value={{ task, draw }}>
      <section class="tb-task" aria-label={heading ?? "Task"}>
        {heading !== undefined && <h2 class="tb-heading">{heading}</h2>}
        {stray.length > 0 && (
          <div role="alert" class="tb-alert tb-danger">
            {stray.map((words) => (
              <p key={words}>{words}</p>
            ))}
          </div>
        )}
        {draw(task.view())}
      </section>
    </TaskContext.Provider>
  );
};

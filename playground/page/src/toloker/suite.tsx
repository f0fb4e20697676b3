import { useEffect, useRef, useState } from "preact/hooks";
import type { Task } from "../template-builder/task.ts";
import { focusFirstRefusal, TaskView } from "../template-builder/task-view.tsx";

/** How the tasks of a suite stand on the page (Template Builder, plugin.toloka); the width in pixels. */
export type PageLayout = { readonly kind: "scroll" | "pager"; readonly taskWidth: number | null };

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest("textarea, select, input:not([type=radio]):not([type=checkbox])") !== null;

/** Keys go to the task in front, unless somebody types or holds a modifier. */
const useHotkeys = (task: Task | undefined): void => {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const isOurs = !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
      if (isOurs && task?.press(event.key) === true) event.preventDefault();
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [task]);
};

type Props = {
  readonly tasks: readonly Task[];
  readonly layout: PageLayout;
  /** The task to be brought into view, with a number that grows when it is to be brought again. */
  readonly front: { readonly task: number; readonly turn: number };
  /** What the requester says of a task that teaches, by its place. */
  readonly hints: ReadonlyMap<number, string>;
};

/** The tasks of a suite: all below each other, or one at a time. */
export const Suite = ({ tasks, layout, front, hints }: Props) => {
  const [active, setActive] = useState(0);
  const places = useRef<(HTMLElement | null)[]>([]);
  useHotkeys(tasks[active]);
  useEffect(() => {
    setActive(front.task);
    const place = places.current[front.task];
    if (front.turn === 0 || place === null || place === undefined) return;
    place.scrollIntoView({ block: "center" });
    focusFirstRefusal(place);
  }, [front.task, front.turn]);
  const isPager = layout.kind === "pager" && tasks.length > 1;
  const width = layout.taskWidth === null ? undefined : `${layout.taskWidth}px`;
  return (
    <>
      <ol class={isPager ? "suite one" : "suite"}>
        {tasks.map((task, index) => (
          <li
            key={task.id}
            ref={(place) => {
              places.current[index] = place;
            }}
            class={index === active ? "task front" : "task"}
            style={{ maxWidth: width, width: width === undefined ? undefined : "100%" }}
            hidden={isPager && index !== active}
            onFocusIn={() => setActive(index)}
            onMouseDown={() => setActive(index)}
          >
            <TaskView task={task} heading={`Task ${index + 1} of ${tasks.length}`} />
            {hints.has(index) && (
              <p class="hint-of-task" role="alert">
                <strong>Not quite.</strong> {hints.get(index) || "Look once more."}
              </p>
            )}
          </li>
        ))}
      </ol>
      {isPager && (
        <nav class="pager" aria-label="Tasks of this suite">
          <button
            type="button"
            class="button"
            disabled={active === 0}
            onClick={() => setActive(active - 1)}
          >
            Previous task
          </button>
          <span role="status">
            Task {active + 1} of {tasks.length}
          </span>
          <button
            type="button"
            class="button"
            disabled={active === tasks.length - 1}
            onClick={() => setActive(active + 1)}
          >
            Next task
          </button>
        </nav>
      )}
    </>
  );
};

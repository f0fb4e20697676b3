import { useState } from "preact/hooks";
import { type TaskPage, toloka } from "./client.ts";
import { usePoll } from "./use-poll.ts";

/** So many tasks are shown at a time. */
const shown = 10;

const words = (values: { readonly [name: string]: unknown }): string =>
  Object.entries(values)
    .map(([name, value]) => `${name}: ${typeof value === "string" ? value : JSON.stringify(value)}`)
    .join(", ");

const left = ({ overlap, remaining_overlap: remaining }: TaskPage["tasks"][number]): string =>
  overlap === null ? "no end" : `${overlap - (remaining ?? 0)} of ${overlap} given out`;

const Tasks = (props: { readonly pool: string }) => {
  const [from, setFrom] = useState(0);
  const { data } = usePoll(() => toloka.tasks(props.pool, from, shown), `${props.pool} ${from}`);
  if (data === null) return <p role="status">Reading the tasks …</p>;
  return (
    <>
      <ul class="pools">
        {data.tasks.map((task) => (
          <li key={task.id}>
            {words(task.input_values)}
            <small>
              {task.kind} · {left(task)}
              {task.answers.map((answer) => (
                <span key={answer.user_id} class="answer-line">
                  {words(answer.output_values)} – {answer.user_id.slice(0, 6)}, {answer.status}
                </span>
              ))}
            </small>
          </li>
        ))}
      </ul>
      {data.total > shown && (
        <div class="actions">
          <button
            type="button"
            class="button"
            disabled={from === 0}
            onClick={() => setFrom(Math.max(0, from - shown))}
          >
            Earlier
          </button>
          <span>
            {from + 1} to {Math.min(from + shown, data.total)} of {data.total}
          </span>
          <button
            type="button"
            class="button"
            disabled={from + shown >= data.total}
            onClick={() => setFrom(from + shown)}
          >
            Later
          </button>
        </div>
      )}
    </>
  );
};

/** A pool's tasks with their answers, once somebody wants to see them. */
export const PoolTasks = (props: { readonly pool: string; readonly count: number }) => {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="entry" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        {props.count} {props.count === 1 ? "task" : "tasks"} and their answers
      </summary>
      {isOpen && <Tasks pool={props.pool} />}
    </details>
  );
};

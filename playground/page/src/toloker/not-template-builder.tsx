import { useEffect, useState } from "preact/hooks";
import { type PoolFacts, type TaskFacts, tolokerCalls } from "./client.ts";

/** A project of the classic editor: its page is the requester's own HTML and scripts, which do not run here. */
export const NotTemplateBuilder = ({ pool }: { readonly pool: PoolFacts }) => {
  const [tasks, setTasks] = useState<readonly TaskFacts[]>([]);
  const [trouble, setTrouble] = useState("");
  useEffect(() => {
    tolokerCalls.preview(pool.id, 0).then(
      (facts) => setTasks(facts.tasks),
      (error: unknown) => setTrouble(String(error)),
    );
  }, [pool.id]);
  return (
    <>
      <p role="alert">
        {trouble === ""
          ? "This project's page was made in the classic editor, from HTML and scripts of its own. The playground runs no scripts of a project: these are the inputs of the first suite."
          : trouble}
      </p>
      {tasks.map((task) => (
        <pre key={task.id} class="entry">
          {JSON.stringify(task.input_values, null, 2)}
        </pre>
      ))}
    </>
  );
};

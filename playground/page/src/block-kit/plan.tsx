import { isObject, type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import type { Directory } from "./host.ts";
import { OutLink } from "./mrkdwn.tsx";
import { RichText } from "./rich-text.tsx";

const statusWords: Readonly<Record<string, string>> = {
  pending: "to do",
  in_progress: "under way",
  complete: "done",
  error: "failed",
};

type TaskProps = { readonly task: JsonObject; readonly directory: Directory };

/** One step of an agent's work, with what it used and what came of it. */
export const TaskCard = ({ task, directory }: TaskProps) => (
  <div class={`task-card ${textOf(task.status)}`}>
    <p>
      <strong>{textOf(task.title)}</strong>{" "}
      <span class="task-status">{statusWords[textOf(task.status)] ?? ""}</span>
    </p>
    {["details", "output"].map((name) => {
      const text = task[name];
      return isObject(text) ? <RichText key={name} block={text} directory={directory} /> : null;
    })}
    {objectsOf(task.sources).map(({ url, text }) => (
      <p key={textOf(url)}>
        <OutLink url={textOf(url)}>{textOf(text) || textOf(url)}</OutLink>
      </p>
    ))}
  </div>
);

/** Steps under a title. */
export const Plan = (props: { readonly block: JsonObject; readonly directory: Directory }) => (
  <div class="plan">
    <strong>{textOf(props.block.title)}</strong>
    {objectsOf(props.block.tasks).map((task, index) => (
      <TaskCard key={`${index}`} task={task} directory={props.directory} />
    ))}
  </div>
);

import { objectsOf } from "../ui/json.ts";
import { Absent } from "./absent.tsx";
import { themeOf } from "./actions.ts";
import { Frame } from "./frame.tsx";
import { Markdown } from "./markdown.tsx";
import { OutLink } from "./out-link.tsx";
import { boxStyle } from "./sizes.ts";
import { type Drawn, useTask } from "./task-context.ts";
import { wordsOf } from "./values.ts";

/** view.text. */
export const TextView = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  return (
    <Frame part={part}>
      <div class="tb-text">{draw(task.prop(part, "content"))}</div>
    </Frame>
  );
};

/** view.markdown. */
export const MarkdownView = ({ part }: Drawn) => (
  <Frame part={part}>
    <Markdown text={useTask().task.words(part, "content")} />
  </Frame>
);

/** view.alert. */
export const AlertView = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  return (
    <Frame part={part}>
      <div class={`tb-alert tb-${themeOf(task.prop(part, "theme"))}`}>
        {draw(task.prop(part, "content"))}
      </div>
    </Frame>
  );
};

/** view.divider. */
export const DividerView = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const label = task.prop(part, "label");
  return (
    <div class="tb-divider">
      <hr />
      {label !== undefined && <span>{draw(label)}</span>}
      {label !== undefined && <hr />}
    </div>
  );
};

/** view.link. */
export const LinkView = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const url = task.words(part, "url");
  const content = task.prop(part, "content");
  return (
    <Frame part={part}>
      <OutLink url={url}>{content === undefined ? url : draw(content)}</OutLink>
    </Frame>
  );
};

/** view.link-group. */
export const LinkGroupView = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  return (
    <Frame part={part}>
      <ul class="tb-links">
        {objectsOf(task.prop(part, "links")).map((link) => (
          <li key={wordsOf(link.url)}>
            <OutLink url={wordsOf(link.url)} isButton={link.theme === "primary"}>
              {draw(link.content)}
            </OutLink>
          </li>
        ))}
      </ul>
    </Frame>
  );
};

/** view.iframe, which is not loaded. */
export const IframeView = ({ part }: Drawn) => {
  const { task } = useTask();
  return (
    <Frame part={part}>
      <Absent what="Web page" url={task.words(part, "url")} style={boxStyle(task, part, 16 / 9)} />
    </Frame>
  );
};

/** view.action-button. */
export const ActionButtonView = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  return (
    <div class="tb-view">
      <button type="button" class="button" onClick={() => task.run(task.prop(part, "action"))}>
        {draw(task.prop(part, "label") ?? "Run the action")}
      </button>
      {part.props.hint !== undefined && <div class="tb-hint">{draw(task.prop(part, "hint"))}</div>}
    </div>
  );
};

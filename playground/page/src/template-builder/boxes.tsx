import { useId } from "preact/hooks";
import { objectsOf } from "../ui/json.ts";
import { Frame } from "./frame.tsx";
import { boxStyle, numberOf } from "./sizes.ts";
import { type Drawn, useTask } from "./task-context.ts";

/** view.list. */
export const ListView = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const isRow = task.prop(part, "direction") === "horizontal";
  const isSmall = task.prop(part, "size") === "s";
  return (
    <Frame part={part}>
      <div class={`tb-list${isRow ? " tb-row" : ""}${isSmall ? " tb-small" : ""}`}>
        {draw(task.prop(part, "items"))}
      </div>
    </Frame>
  );
};

/** view.group. */
export const GroupView = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  return (
    <div class="tb-group">
      <Frame part={part}>{draw(task.prop(part, "content"))}</Frame>
    </div>
  );
};

/** view.collapse. */
export const CollapseView = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const id = useId();
  const isOpen = task.isOpen(part);
  return (
    <div class="tb-collapse">
      <button
        type="button"
        class="tb-collapse-head"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => task.keep(part, { open: !isOpen })}
      >
        <span aria-hidden="true" class="tb-turner">
          {isOpen ? "▾" : "▸"}
        </span>
        {draw(task.prop(part, "label"))}
      </button>
      <div id={id} class="tb-collapse-body" hidden={!isOpen}>
        {isOpen && draw(task.prop(part, "content"))}
      </div>
    </div>
  );
};

/** view.device-frame. */
export const DeviceFrameView = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  return (
    <Frame part={part}>
      <div class="tb-device" style={boxStyle(task, part)}>
        {draw(task.prop(part, "content"))}
      </div>
    </Frame>
  );
};

/** view.labeled-list. */
export const LabeledListView = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const least = numberOf(task.prop(part, "minWidth")) ?? 360;
  return (
    <Frame part={part}>
      <dl class="tb-labeled">
        {objectsOf(task.prop(part, "items")).map((item, index) => (
          <div
            key={index.toString()}
            class={item.centerLabel === true ? "tb-labeled-item tb-centred" : "tb-labeled-item"}
            style={{ "--tb-least": `${least}px` }}
          >
            <dt>
              {draw(item.label)}
              {item.hint !== undefined && <small class="tb-hint">{draw(item.hint)}</small>}
            </dt>
            <dd>{draw(item.content)}</dd>
          </div>
        ))}
      </dl>
    </Frame>
  );
};

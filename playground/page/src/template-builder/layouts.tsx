import type { ComponentChild } from "preact";
import { objectsOf } from "../ui/json.ts";
import { Frame } from "./frame.tsx";
import { numberOf } from "./sizes.ts";
import { type Drawn, useTask } from "./task-context.ts";

const listOf = (value: unknown): readonly unknown[] =>
  Array.isArray(value) ? value.filter((each) => each !== undefined && each !== null) : [];

/** Grows by its share while the whole is wider than `least` pixels; below that each stands on a line of its own. */
const share = (grow: number, least: number): Readonly<Record<string, string>> => ({
  flex: `${grow} 1 calc((${least}px - 100%) * 999)`,
});

/** layout.bars. */
export const BarsLayout = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const bar = (name: string): ComponentChild =>
    part.props[name] !== undefined && <div class="tb-bar">{draw(task.prop(part, name))}</div>;
  return (
    <Frame part={part}>
      <div class="tb-bars">
        {bar("barBefore")}
        <div class="tb-bars-content">{draw(task.prop(part, "content"))}</div>
        {bar("barAfter")}
      </div>
    </Frame>
  );
};

const aligned: Readonly<Record<string, string>> = {
  top: "flex-start",
  middle: "center",
  bottom: "flex-end",
};

/** layout.columns. */
export const ColumnsLayout = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const ratio = listOf(task.prop(part, "ratio")).map((each) => numberOf(each) ?? 1);
  const least = numberOf(task.prop(part, "minWidth")) ?? 400;
  const align = aligned[task.words(part, "verticalAlign")] ?? "flex-start";
  return (
    <Frame part={part}>
      <div class="tb-columns" style={{ "align-items": align }}>
        {listOf(task.prop(part, "items")).map((item, index) => (
          <div key={index.toString()} style={share(ratio[index % ratio.length] ?? 1, least)}>
            {draw(item)}
          </div>
        ))}
      </div>
    </Frame>
  );
};

/** layout.compare. */
export const CompareLayout = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const least = numberOf(task.prop(part, "minWidth")) ?? 400;
  const isWide = task.prop(part, "wideCommonControls") === true;
  return (
    <Frame part={part}>
      <div class="tb-columns">
        {objectsOf(task.prop(part, "items")).map((item, index) => (
          <div key={index.toString()} class="tb-compared" style={share(1, least)}>
            {draw(item.content)}
            {item.controls !== undefined && <div class="tb-controls">{draw(item.controls)}</div>}
          </div>
        ))}
      </div>
      <div class={isWide ? "tb-controls" : "tb-controls tb-narrow"}>
        {draw(task.prop(part, "commonControls"))}
      </div>
    </Frame>
  );
};

/** layout.side-by-side: each item can be hidden, so that two of many can be compared. */
export const SideBySideLayout = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const hidden = task.stateOf(part).hidden ?? [];
  const items = listOf(task.prop(part, "items"));
  const least = numberOf(task.prop(part, "minItemWidth")) ?? 240;
  const toggle = (index: number): void =>
    task.keep(part, {
      hidden: hidden.includes(index) ? hidden.filter((each) => each !== index) : [...hidden, index],
    });
  return (
    <Frame part={part}>
      {items.length > 2 && (
        <fieldset class="tb-hiders">
          <legend class="hidden-text">Items to compare</legend>
          {items.map((_item, index) => (
            <button
              key={index.toString()}
              type="button"
              class="button"
              aria-pressed={!hidden.includes(index)}
              onClick={() => toggle(index)}
            >
              {index + 1}
            </button>
          ))}
        </fieldset>
      )}
      <div class="tb-columns tb-sides">
        {items.map((item, index) =>
          hidden.includes(index) ? null : (
            <div key={index.toString()} style={{ flex: `1 1 min(100%, ${least}px)` }}>
              {draw(item)}
            </div>
          ),
        )}
      </div>
      <div class="tb-controls">{draw(task.prop(part, "controls"))}</div>
    </Frame>
  );
};

/** layout.sidebar. */
export const SidebarLayout = ({ part }: Drawn) => {
  const { task, draw } = useTask();
  const least = numberOf(task.prop(part, "minWidth")) ?? 400;
  const width = numberOf(task.prop(part, "controlsWidth")) ?? 200;
  return (
    <Frame part={part}>
      <div class="tb-columns">
        <div style={share(1, least)}>{draw(task.prop(part, "content"))}</div>
        <div
          class="tb-sidebar"
          style={{ flex: `0 1 max(${width}px, calc((${least}px - 100%) * 999))` }}
        >
          {draw(task.prop(part, "controls"))}
          {draw(task.prop(part, "extraControls"))}
        </div>
      </div>
    </Frame>
  );
};

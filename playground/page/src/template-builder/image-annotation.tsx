import { type Annotating, labelsOf, pressImageKey, pressPicture } from "./annotation-press.ts";
import { AreaShapes } from "./area-shapes.tsx";
import { type Control, Field, Key } from "./frame.tsx";
import type { AnnotationKey } from "./hotkeys.ts";
import { type Area, areasOf, toolOf, toolsOf } from "./image-areas.ts";
import { colours, keyOfAct, MarkLabels } from "./mark-labels.tsx";
import { PictureStage } from "./picture-stage.tsx";
import { boxStyle } from "./sizes.ts";
import { type Drawn, useTask } from "./task-context.ts";
import { wordsOf } from "./values.ts";

const toolNames: Readonly<Record<string, string>> = {
  select: "Select",
  point: "Point",
  rectangle: "Rectangle",
  polygon: "Polygon",
};

const Annotator = ({ part, control }: Drawn & { readonly control: Control }) => {
  const { task } = useTask();
  const labels = labelsOf(task.prop(part, "labels"));
  const tools = toolsOf(task.prop(part, "shapes"));
  const areas = areasOf(control.value);
  const state = task.stateOf(part);
  const tool = toolOf(state, tools);
  const draft = state.draft ?? [];
  const url = task.words(part, "image");
  const shown = url === "" ? null : task.around.media(url);
  const keys = task.annotationKeys("image");
  const field = {
    state,
    value: control.value,
    prop: (name: string) => task.prop(part, name),
  };
  const take = (done: Annotating | null): void => {
    if (done === null) return;
    task.keep(part, done.state);
    if (done.value !== undefined) control.set(done.value);
  };
  const act = (key: AnnotationKey): void => take(pressImageKey(field, key));
  const colourOf = ({ label }: Area): number =>
    Math.max(
      0,
      labels.findIndex(({ value }) => value === label),
    ) % colours;
  const remove = (index: number): void => {
    const rest = areas.filter((_area, at) => at !== index);
    task.keep(part, { chosen: -1 });
    control.set(rest.length === 0 ? undefined : rest);
  };
  return (
    <>
      <div class="tb-tools">
        {(["select", ...tools] as const).map((each) => (
          <button
            key={each}
            type="button"
            class="button tb-pick"
            aria-pressed={tool === each}
            disabled={control.isDisabled}
            onClick={() => act({ act: "tool", tool: each })}
          >
            {toolNames[each]}
            <Key name={keyOfAct(keys, (key) => key.act === "tool" && key.tool === each)} />
          </button>
        ))}
        <MarkLabels
          {...{ labels, keys }}
          chosen={state.label ?? 0}
          isDisabled={control.isDisabled}
          choose={(index) => act({ act: "label", index })}
        />
      </div>
      <PictureStage
        {...{ url, shown }}
        name={control.name}
        describedBy={control.describedBy}
        style={boxStyle(task, part, shown === null ? 4 / 3 : undefined)}
        isDisabled={control.isDisabled}
        hasDrags={tool === "rectangle"}
        press={(spot) => take(pressPicture(field, spot))}
      >
        {(spot) => (
          <AreaShapes
            {...{ areas, draft, spot, colourOf }}
            chosen={state.chosen ?? -1}
            draftColour={state.label ?? 0}
            isRectangle={tool === "rectangle"}
          />
        )}
      </PictureStage>
      {draft.length > 0 && (
        <div class="tb-tools">
          {tool === "polygon" && (
            <button
              type="button"
              class="button"
              disabled={draft.length < 3}
              onClick={() => act({ act: "confirm" })}
            >
              Close the area
              <Key name={keyOfAct(keys, ({ act: does }) => does === "confirm")} />
            </button>
          )}
          <button type="button" class="button" onClick={() => act({ act: "cancel" })}>
            Cancel
            <Key name={keyOfAct(keys, ({ act: does }) => does === "cancel")} />
          </button>
        </div>
      )}
      <ul class="tb-files" aria-label={`${control.name}: marked areas`}>
        {areas.map((area, index) => (
          <li key={index.toString()} class={`tb-colour-${colourOf(area)}`}>
            <span class="tb-swatch" aria-hidden="true" />
            <button
              type="button"
              class="button quiet"
              aria-pressed={state.chosen === index}
              onClick={() => task.keep(part, { chosen: state.chosen === index ? -1 : index })}
            >
              {toolNames[area.shape]} {index + 1}
              {area.label === undefined ? "" : `: ${wordsOf(area.label)}`}
            </button>
            <button
              type="button"
              class="button quiet"
              aria-label={`Remove area ${index + 1}`}
              disabled={control.isDisabled}
              onClick={() => remove(index)}
            >
              ×
            </button>
          </li>
        ))}
      </ul>
    </>
  );
};

/** field.image-annotation: points, rectangles and polygons are marked on a picture. */
export const ImageAnnotationField = ({ part }: Drawn) => (
  <Field part={part} kind="group">
    {(control) => <Annotator part={part} control={control} />}
  </Field>
);

import { useId } from "preact/hooks";
import { objectsOf } from "../ui/json.ts";
import { placeOf } from "./distance.ts";
import { Field, Frame } from "./frame.tsx";
import { type Plane, placeUnder, planeOf, spotOn } from "./map-plane.ts";
import { boxStyle } from "./sizes.ts";
import { type Drawn, useTask } from "./task-context.ts";
import { wordsOf } from "./values.ts";

type Pin = { readonly at: unknown; readonly name: string };

type GridProps = Drawn & {
  readonly plane: Plane;
  readonly pins: readonly Pin[];
  readonly press?: (place: string) => void;
};

/** A plain grid in the place of a map. Whoever cannot point at it has numbers beside it. */
const Grid = ({ part, plane, pins, press }: GridProps) => {
  const { task } = useTask();
  const id = useId();
  return (
    <div
      class="tb-map"
      style={boxStyle(task, part, 2)}
      onPointerDown={(event) => {
        if (press === undefined) return;
        const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
        press(placeUnder(plane, (event.clientX - left) / width, (event.clientY - top) / height));
      }}
    >
      <svg width="100%" height="100%" aria-hidden="true">
        <defs>
          <pattern id={id} width="40" height="40" patternUnits="userSpaceOnUse">
            <path d="M40 0H0V40" class="tb-grid" />
          </pattern>
        </defs>
        <rect width="100%" height="100%" fill={`url(#${id})`} />
      </svg>
      {pins.map(({ at, name }) => {
        const place = placeOf(at);
        const spot = place === null ? null : spotOn(plane, place);
        return spot === null ? null : (
          <span
            key={`${wordsOf(at)}${name}`}
            class="tb-pin"
            title={`${name} ${wordsOf(at)}`}
            style={{ left: `${spot.left * 100}%`, top: `${spot.top * 100}%` }}
          >
            <span>{name}</span>
          </span>
        );
      })}
      <small class="tb-map-note">
        A plain grid around {plane.middle.lat}, {plane.middle.lon}: no map is loaded.
      </small>
    </div>
  );
};

/** view.map. */
export const MapView = ({ part }: Drawn) => {
  const { task } = useTask();
  const plane = planeOf(task.prop(part, "center"), task.prop(part, "zoom"));
  const pins = objectsOf(task.prop(part, "markers")).map(({ position, label }) => ({
    at: position,
    name: wordsOf(label),
  }));
  return (
    <Frame part={part}>
      <Grid {...{ part, plane, pins }} />
      <ul class="tb-links tb-hint">
        {pins.map(({ at, name }) => (
          <li key={`${wordsOf(at)}${name}`}>
            {name} {wordsOf(at)}
          </li>
        ))}
      </ul>
    </Frame>
  );
};

const axes = [
  { name: "Latitude", index: 0, most: 90 },
  { name: "Longitude", index: 1, most: 180 },
] as const;

/** field.map: a place as `"lat,lon"`. */
export const MapField = ({ part }: Drawn) => {
  const { task } = useTask();
  const plane = planeOf(task.prop(part, "center"), task.prop(part, "zoom"));
  return (
    <Field part={part} kind="group">
      {({ value, set, isDisabled, isWrong, describedBy }) => {
        const held = wordsOf(value).split(",");
        const change = (index: number, words: string): void => {
          const pair = [held[0] ?? "", held[1] ?? ""].map((each, at) =>
            at === index ? words.trim() : each.trim(),
          );
          set(pair.every((each) => each === "") ? undefined : pair.join(","));
        };
        return (
          <>
            <Grid
              {...{ part, plane }}
              pins={[{ at: value, name: "" }]}
              {...(isDisabled ? {} : { press: set })}
            />
            <div class="tb-tools">
              {axes.map(({ name, index, most }) => (
                <label key={name} class="tb-axis">
                  {name}
                  <input
                    class="tb-input"
                    type="number"
                    step="any"
                    min={-most}
                    max={most}
                    value={held[index] ?? ""}
                    disabled={isDisabled}
                    aria-invalid={isWrong}
                    aria-describedby={describedBy}
                    onInput={(event) => change(index, event.currentTarget.value)}
                  />
                </label>
              ))}
            </div>
          </>
        );
      }}
    </Field>
  );
};

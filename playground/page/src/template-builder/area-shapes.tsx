import { type Area, cornersOf, type Spot } from "./image-areas.ts";
import { colours } from "./mark-labels.tsx";

const points = (corners: readonly Spot[]): string =>
  corners.map(({ left, top }) => `${left * 100},${top * 100}`).join(" ");

const Dot = ({ spot, style }: { readonly spot: Spot; readonly style: string }) => (
  <span
    class={`tb-dot ${style}`}
    style={{ left: `${spot.left * 100}%`, top: `${spot.top * 100}%` }}
  />
);

type AreaShapesProps = {
  readonly areas: readonly Area[];
  readonly chosen: number;
  readonly colourOf: (area: Area) => number;
  readonly draft: readonly Spot[];
  readonly draftColour: number;
  /** Where the pointer or the keyboard's cross stands. */
  readonly spot: Spot | null;
  readonly isRectangle: boolean;
};

/** The marked areas over a picture, and the one that is being drawn. */
export const AreaShapes = (props: AreaShapesProps) => {
  const { areas, chosen, colourOf, draft, spot, isRectangle } = props;
  const drafted = `tb-colour-${props.draftColour % colours} tb-draft`;
  const [first] = draft;
  const outline =
    isRectangle && first !== undefined && spot !== null
      ? [first, { left: spot.left, top: first.top }, spot, { left: first.left, top: spot.top }]
      : [...draft, ...(spot === null || draft.length === 0 ? [] : [spot])];
  return (
    <>
      <svg class="tb-areas" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        {areas.map((area, index) =>
          area.shape === "point" ? null : (
            <polygon
              key={index.toString()}
              class={`tb-colour-${colourOf(area)}${chosen === index ? " tb-chosen" : ""}`}
              points={points(cornersOf(area))}
            />
          ),
        )}
        {outline.length > 1 && <polygon class={drafted} points={points(outline)} />}
      </svg>
      {areas.flatMap((area, index) =>
        area.shape === "point"
          ? cornersOf(area).map((corner) => (
              <Dot
                key={index.toString()}
                spot={corner}
                style={`tb-colour-${colourOf(area)}${chosen === index ? " tb-chosen" : ""}`}
              />
            ))
          : [],
      )}
      {draft.map((corner, index) => (
        <Dot key={`draft-${index.toString()}`} spot={corner} style={drafted} />
      ))}
    </>
  );
};

import { isObject, type JsonObject, objectsOf } from "../ui/json.ts";
import type { PartState } from "./memory.ts";

/** A place on a picture: shares of its width and height, from 0 to 1. */
export type Spot = { readonly left: number; readonly top: number };

/** In the order of the tools. */
const shapes = ["point", "rectangle", "polygon"] as const;

/** A way to mark an area. */
export type Shape = (typeof shapes)[number];

/** A marked area in the form of field.image-annotation's answers. */
export type Area = JsonObject & { readonly shape: Shape };

const isNumber = (value: unknown): value is number => typeof value === "number";

const isArea = (value: JsonObject): value is Area => {
  if (value.shape === "polygon") return objectsOf(value.points).length > 1;
  if (!isNumber(value.left) || !isNumber(value.top)) return false;
  return (
    value.shape === "point" ||
    (value.shape === "rectangle" && isNumber(value.width) && isNumber(value.height))
  );
};

/** The areas of an answer; what is none is left out. */
export const areasOf = (value: unknown): readonly Area[] => objectsOf(value).filter(isArea);

const shareOf = (value: unknown): number => (isNumber(value) ? value : 0);

/** The corners of an area, as shares of the picture. */
export const cornersOf = (area: Area): readonly Spot[] => {
  if (area.shape === "polygon") {
    return objectsOf(area.points).map(({ left, top }) => ({
      left: shareOf(left),
      top: shareOf(top),
    }));
  }
  const [left, top] = [shareOf(area.left), shareOf(area.top)];
  if (area.shape === "point") return [{ left, top }];
  const [right, bottom] = [left + shareOf(area.width), top + shareOf(area.height)];
  return [
    { left, top },
    { left: right, top },
    { left: right, top: bottom },
    { left, top: bottom },
  ];
};

const round = (share: number): number =>
  Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 10_000;

const rounded = ({ left, top }: Spot): Spot => ({ left: round(left), top: round(top) });

/** The area that corners make in a shape; null while they are too few or too near each other. */
export const areaFrom = (
  shape: Shape,
  corners: readonly Spot[],
  label: string | undefined,
): Area | null => {
  const named = label === undefined ? {} : { label };
  const [first, second] = corners.map(rounded);
  if (first === undefined) return null;
  if (shape === "point") return { shape, ...first, ...named };
  if (shape === "polygon") {
    return corners.length < 3 ? null : { shape, points: corners.map(rounded), ...named };
  }
  if (second === undefined) return null;
  const [width, height] = [
    round(Math.abs(second.left - first.left)),
    round(Math.abs(second.top - first.top)),
  ];
  if (width === 0 || height === 0) return null;
  const [left, top] = [Math.min(first.left, second.left), Math.min(first.top, second.top)];
  return { shape, left, top, width, height, ...named };
};

/** What a press of the mouse on the picture does: corners gathered, and the area that they finish. */
export const addCorner = (
  shape: Shape,
  draft: readonly Spot[],
  spot: Spot,
  label: string | undefined,
): { readonly draft: readonly Spot[]; readonly area: Area | null } => {
  const corners = [...draft, spot];
  if (shape === "polygon") {
    const [first] = draft;
    const isClosing =
      first !== undefined &&
      draft.length > 2 &&
      Math.hypot(first.left - spot.left, first.top - spot.top) < 0.02;
    return isClosing
      ? { draft: [], area: areaFrom(shape, draft, label) }
      : { draft: corners, area: null };
  }
  const area = areaFrom(shape, corners, label);
  return area === null ? { draft: corners.slice(0, 1), area } : { draft: [], area };
};

/** The tools that a field offers: those that its `shapes` say, all without it. */
export const toolsOf = (given: unknown): readonly Shape[] =>
  isObject(given) ? shapes.filter((shape) => given[shape] === true) : shapes;

/** The tool that is in the hand now. */
export const toolOf = (state: PartState, tools: readonly Shape[]): Shape | "select" =>
  state.tool === "select"
    ? "select"
    : (tools.find((tool) => tool === state.tool) ?? tools[0] ?? "select");

/** The area that a spot stands in, the uppermost of several; -1 when it stands in none. */
export const areaUnder = (areas: readonly Area[], spot: Spot): number =>
  areas.findLastIndex((area) => {
    const corners = cornersOf(area);
    const [lefts, tops] = [corners.map(({ left }) => left), corners.map(({ top }) => top)];
    const slack = area.shape === "point" ? 0.02 : 0;
    return (
      spot.left >= Math.min(...lefts) - slack &&
      spot.left <= Math.max(...lefts) + slack &&
      spot.top >= Math.min(...tops) - slack &&
      spot.top <= Math.max(...tops) + slack
    );
  });

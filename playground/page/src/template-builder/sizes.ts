import type { Task } from "./task.ts";
import type { Part } from "./values.ts";

/** A number of a property; undefined when it is none. */
export const numberOf = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;

/** Width to height of a `ratio` such as `[16, 9]`; undefined when it is none. */
const ratioOf = (value: unknown): number | undefined => {
  if (!Array.isArray(value)) return undefined;
  const [width, height] = value.map(numberOf);
  return width !== undefined && height !== undefined && width > 0 && height > 0
    ? width / height
    : undefined;
};

/** The size of a box as `ratio`, `minWidth`, `maxWidth` and `fullHeight` ask for it; never wider than the page. */
export const boxStyle = (
  task: Task,
  part: Part,
  usualRatio?: number,
): Readonly<Record<string, string>> => {
  const [least, most] = [
    numberOf(task.prop(part, "minWidth")),
    numberOf(task.prop(part, "maxWidth")),
  ];
  const isFull = task.prop(part, "fullHeight") === true;
  const ratio = ratioOf(task.prop(part, "ratio")) ?? usualRatio;
  return {
    ...(least === undefined ? {} : { "min-width": `min(${least}px, 100%)` }),
    ...(most === undefined ? {} : { "max-width": `min(${Math.max(most, least ?? 0)}px, 100%)` }),
    ...(isFull ? { "min-height": "400px", height: "60vh" } : {}),
    ...(isFull || ratio === undefined ? {} : { "aspect-ratio": String(ratio) }),
  };
};

import type { JSX } from "preact";

/** A series of a chart with its figures, one for each category. */
export type Series = { readonly name: string; readonly points: readonly number[] };

/** The drawing's size in its own units. */
export const frame = { width: 320, height: 120 } as const;

/** The colour of the series or segment at an index. */
export const colourAt = (index: number): string => `var(--chart-${index % 4})`;

const top = (all: readonly Series[]): number => Math.max(1, ...all.flatMap(({ points }) => points));

const heightOf = (value: number, most: number): number =>
  (Math.max(0, value) / most) * (frame.height - 8);

/** Bars side by side for each category. */
export const Bars = ({ all }: { readonly all: readonly Series[] }): JSX.Element => {
  const most = top(all);
  const slot = frame.width / Math.max(1, all[0]?.points.length ?? 1);
  const wide = (slot * 0.7) / Math.max(1, all.length);
  return (
    <>
      {all.flatMap(({ name, points }, at) =>
        points.map((value, index) => (
          <rect
            key={`${name}${index}`}
            x={index * slot + slot * 0.15 + at * wide}
            y={frame.height - heightOf(value, most)}
            width={wide}
            height={heightOf(value, most)}
            style={`fill: ${colourAt(at)}`}
          />
        )),
      )}
    </>
  );
};

/** A line for each series; an area is filled below its line. */
export const Lines = (props: { readonly all: readonly Series[]; readonly isFilled: boolean }) => {
  const { all, isFilled } = props;
  const most = top(all);
  const step = frame.width / Math.max(1, (all[0]?.points.length ?? 2) - 1);
  return (
    <>
      {all.map(({ name, points }, at) => {
        const places = points.map(
          (value, index) => `${index * step},${frame.height - heightOf(value, most)}`,
        );
        const under = isFilled ? [`${frame.width},${frame.height}`, `0,${frame.height}`] : [];
        return (
          <polyline
            key={name}
            points={[...places, ...under].join(" ")}
            style={`fill: ${isFilled ? colourAt(at) : "none"}; stroke: ${colourAt(at)}`}
            stroke-width="2"
            fill-opacity="0.4"
          />
        );
      })}
    </>
  );
};

/** A ring whose arcs are as long as their share. */
export const Ring = ({ values }: { readonly values: readonly number[] }): JSX.Element => {
  const sum = Math.max(
    1,
    values.reduce((total, value) => total + value, 0),
  );
  return (
    <>
      {values.map((value, index) => {
        const before = values.slice(0, index).reduce((total, each) => total + each, 0);
        return (
          <circle
            key={`${index}`}
            cx={frame.width / 2}
            cy={frame.height / 2}
            r="40"
            pathLength="100"
            fill="none"
            stroke-width="24"
            stroke-dasharray={`${(value / sum) * 100} 100`}
            stroke-dashoffset={`${(-before / sum) * 100}`}
            style={`stroke: ${colourAt(index)}`}
          />
        );
      })}
    </>
  );
};

import { type JsonObject, objectOf, objectsOf, textOf } from "../ui/json.ts";
import { Bars, colourAt, frame, Lines, Ring, type Series } from "./chart-shapes.tsx";

const numberOf = (value: unknown): number => (typeof value === "number" ? value : 0);

const seriesOf = (chart: JsonObject): Series[] =>
  objectsOf(chart.series).map(({ name, data }) => ({
    name: textOf(name),
    points: objectsOf(data).map(({ value }) => numberOf(value)),
  }));

/** The figures of a chart in words. */
const spoken = (chart: JsonObject): string =>
  [
    ...objectsOf(chart.segments).map(({ label, value }) => `${textOf(label)} ${numberOf(value)}`),
    ...objectsOf(chart.series).map(
      ({ name, data }) =>
        `${textOf(name)}: ${objectsOf(data)
          .map(({ label, value }) => `${textOf(label)} ${numberOf(value)}`)
          .join(", ")}`,
    ),
  ].join("; ");

/** A data visualization: bars, lines, areas or a ring, with what each colour stands for. */
export const Chart = ({ block }: { readonly block: JsonObject }) => {
  const chart = objectOf(block.chart);
  const isPie = chart.type === "pie";
  const all = seriesOf(chart);
  const segments = objectsOf(chart.segments);
  const names = isPie ? segments.map(({ label }) => textOf(label)) : all.map(({ name }) => name);
  const title = textOf(block.title);
  return (
    <figure class="chart">
      <figcaption>{title}</figcaption>
      <svg
        viewBox={`0 0 ${frame.width} ${frame.height}`}
        role="img"
        aria-label={`${title}. ${spoken(chart)}`}
      >
        {isPie && <Ring values={segments.map(({ value }) => numberOf(value))} />}
        {chart.type === "bar" && <Bars all={all} />}
        {(chart.type === "line" || chart.type === "area") && (
          <Lines all={all} isFilled={chart.type === "area"} />
        )}
      </svg>
      <ul class="legend">
        {names.map((name, index) => (
          <li key={name} style={`border-color: ${colourAt(index)}`}>
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
};

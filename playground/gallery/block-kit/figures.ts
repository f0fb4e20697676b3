import { line, type Payload, richText, styled } from "./parts.ts";

const cell = (text: string): Payload => ({ type: "raw_text", text });
const figure = (value: number): Payload => ({ type: "raw_number", value, text: `${value}` });

const categories = ["Monday", "Tuesday", "Wednesday"];
const series = [
  { name: "Boots", points: [3, 5, 4] },
  { name: "Sandals", points: [1, 2, 6] },
].map(({ name, points }) => ({
  name,
  data: points.map((value, index) => ({ label: categories[index], value })),
}));

const chart = (type: string): Payload => ({
  ...{ type: "data_visualization", title: `Answers a day: ${type}` },
  chart: { type, series, axis_config: { categories, x_label: "Day", y_label: "Answers" } },
});

/** Tables and charts, by name. */
export const figureBlocks: { readonly [name: string]: readonly Payload[] } = {
  table: [
    {
      type: "table",
      column_settings: [{ is_wrapped: true }, { align: "right" }],
      rows: [
        ["Pool", "Tasks"].map(cell),
        [richText(line(styled("4711", "bold"))), figure(3)],
        [cell("4712"), figure(12)],
      ],
    },
  ],
  data_table: [
    {
      ...{ type: "data_table", caption: "Pools of the week", page_size: 5 },
      row_header_column_index: 0,
      rows: [
        ["Pool", "Tasks"].map(cell),
        [cell("Boots"), figure(3)],
        [cell("Sandals"), figure(12)],
        [cell("Sneakers"), figure(7)],
        [cell("Clogs"), figure(100)],
        [cell("Slippers"), figure(1)],
        [cell("Loafers"), figure(9)],
        [cell("Mules"), figure(20)],
      ],
    },
  ],
  data_visualization: [
    ...["line", "bar", "area"].map(chart),
    {
      ...{ type: "data_visualization", title: "Answers by kind: pie" },
      chart: {
        type: "pie",
        segments: [
          { label: "Boots", value: 12 },
          { label: "Sandals", value: 9 },
        ],
      },
    },
  ],
};

import { items, member } from "./json.ts";
import { layout } from "./layout.ts";
import { failed, type Rule, soundThen } from "./rule.ts";
import { number, string } from "./scalar-rules.ts";
import { anything, list, object, tagged } from "./shape-rules.ts";

const label = string(20);
// The reference named 6 at first and 12 on its later page.
const mostParts = 12;
const mostCategories = 20;

const aboveZero: Rule = soundThen(number, (value, pointer) =>
  typeof value === "number" && value > 0
    ? []
    : [failed(pointer, "must be greater than 0", "minimum above 0")],
);

const series = object({
  name: label,
  data: list(object({ label, value: number }), mostCategories),
});

const axes = object(
  { categories: list(label, mostCategories) },
  { x_label: string(50, 0), y_label: string(50, 0) },
);

const namesDiffer: Rule = (value, pointer) => {
  const names = items(member(value, "series")).map((one) => member(one, "name"));
  return names.flatMap((name, i) =>
    names.indexOf(name) < i
      ? [failed(`${pointer}/series/${i}/name`, `series "${String(name)}" already exists`, "unique")]
      : [],
  );
};

const pointPerCategory: Rule = (value, pointer) => {
  const categories = items(member(member(value, "axis_config"), "categories"));
  return items(member(value, "series")).flatMap((one, i) => {
    const labels = items(member(one, "data")).map((point) => member(point, "label"));
    const fits =
      labels.length === categories.length && categories.every((name) => labels.includes(name));
    return fits
      ? []
      : [failed(`${pointer}/series/${i}/data`, "must have one point per category", "categories")];
  });
};

const cartesian = soundThen(
  object({ type: anything, series: list(series, mostParts), axis_config: axes }),
  namesDiffer,
  pointPerCategory,
);

const pie = object({
  type: anything,
  segments: list(object({ label, value: aboveZero }), mostParts),
});

/** A chart: lines, bars and areas have series over categories, a pie has segments. */
export const dataVisualization: Rule = layout({
  title: string(50),
  chart: tagged({ line: cartesian, bar: cartesian, area: cartesian, pie }),
});

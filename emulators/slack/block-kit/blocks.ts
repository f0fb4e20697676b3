import { contextActions, plan, taskCard } from "./agent-blocks.ts";
import { card, carousel, container } from "./card-blocks.ts";
import { dataVisualization } from "./chart.ts";
import {
  actions,
  alert,
  context,
  divider,
  header,
  image,
  input,
  markdown,
  section,
  video,
} from "./layout-blocks.ts";
import { richTextShape } from "./rich-text.ts";
import type { Rule } from "./rule.ts";
import { list, tagged } from "./shape-rules.ts";
import type { Surface } from "./surface.ts";
import { dataTable, table } from "./tables.ts";

type Blocks = Readonly<Record<string, Rule>>;

const everywhere = (surface: Surface): Blocks => ({
  actions: actions(surface),
  context,
  divider,
  header,
  image,
  input: input(surface),
  rich_text: richTextShape,
  section: section(surface),
  video,
});

/** Blocks that Slack has on some surfaces only. `file` is on none: apps read it back but cannot send it. */
const special = (surface: Surface): Blocks => {
  switch (surface) {
    case "message":
      return {
        card,
        carousel,
        context_actions: contextActions,
        data_table: dataTable,
        data_visualization: dataVisualization,
        markdown,
        plan,
        table,
        task_card: taskCard,
      };
    case "modal":
      return { alert };
    case "home":
      return { card, carousel };
  }
};

const tabled = (surface: Surface): Blocks => (surface === "message" ? { table } : {});

/** The blocks of a surface, at most `max`. Containers stand everywhere and hold the simple blocks and tables. */
export const blocksOn = (surface: Surface, max: number): Rule =>
  list(
    tagged({
      ...everywhere(surface),
      ...special(surface),
      container: container(tagged({ ...everywhere(surface), ...tabled(surface) })),
    }),
    max,
    0,
  );

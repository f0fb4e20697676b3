import { pageLayout, readConfig, type TbConfig } from "../template-builder/config.ts";
import { objectOf, objectsOf, textOf } from "../ui/json.ts";
import type { PoolFacts } from "./client.ts";
import type { PageLayout } from "./suite.tsx";

/** A project's page, ready to be drawn. */
export type DrawnPage = {
  readonly config: TbConfig;
  readonly layout: PageLayout;
  readonly translations: Readonly<Record<string, string>>;
  /** What is drawn otherwise than Toloka does. */
  readonly notes: readonly string[];
};

/** Reads a project's `view_spec` of Template Builder, or says what is wrong with it. */
export const readPage = ({ project }: PoolFacts): DrawnPage | { readonly problem: string } => {
  const { config, localizationConfig } = project.view_spec;
  const read = readConfig(textOf(config));
  if ("problem" in read) return read;
  const keys = objectsOf(objectOf(localizationConfig).keys);
  return {
    ...read,
    layout: pageLayout(read.config),
    translations: Object.fromEntries(
      keys.map(({ key, defaultValue }) => [textOf(key), textOf(defaultValue)]),
    ),
  };
};

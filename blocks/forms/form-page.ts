import type { types } from "@slack/bolt";
import type { FormInput } from "../../src/domain/form.ts";
import type { Run } from "../../src/domain/run.ts";
import type { FormFacts } from "./form-facts.ts";

/** One page of the run's form; `submit` is null when there is nothing to submit on it. */
export type FormPage = {
  readonly title: string;
  readonly submit: string | null;
  readonly blocks: readonly types.KnownBlock[];
};

/** What fields are filled from: what was typed on this page, and the facts. */
export type FieldSource = { readonly typed: FormInput; readonly facts: FormFacts };

/** The source of the page that a run is on. */
export const fieldSource = (run: Run, facts: FormFacts): FieldSource => ({
  typed: run.input[run.page] ?? {},
  facts,
});

/** The first text of a field, as typed or by default; empty when there is none. */
export const textOf = (source: FieldSource, field: string): string => {
  const value = source.typed[field] ?? source.facts.defaults[field] ?? "";
  return typeof value === "string" ? value : (value[0] ?? "");
};

/** All texts of a field that holds a list. */
export const listOf = (source: FieldSource, field: string): readonly string[] => {
  const value = source.typed[field] ?? source.facts.defaults[field] ?? [];
  return typeof value === "string" ? [value] : value;
};

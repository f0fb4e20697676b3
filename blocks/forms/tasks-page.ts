import { poolFields, tasksFields } from "../../src/domain/form.ts";
import type { Run } from "../../src/domain/run.ts";
import { context } from "../block.ts";
import { short } from "../text.ts";
import { ask } from "./ask.ts";
import type { FormFacts } from "./form-facts.ts";
import { type FormPage, fieldSource, textOf } from "./form-page.ts";
import { fileInput, numberInput, searchSelect, textInput } from "./inputs.ts";

const columns =
  "Columns: the project's input fields by name, or INPUT:x, GOLDEN:y, HINT:text, TASK:overlap. Every row is checked before anything is sent.";

/** The tasks: one file, or pasted lines. */
export const tasksPage = (run: Run, facts: FormFacts): FormPage => {
  const source = fieldSource(run, facts);
  const poolOverlap = run.input.pool?.[poolFields.overlap];
  const overlap =
    textOf(source, tasksFields.overlap) || (typeof poolOverlap === "string" ? poolOverlap : "");
  const needsPool = run.kind !== "run" && run.poolId === null;
  return {
    title: run.kind === "run" ? "New run: tasks" : "Add tasks",
    submit: "Check the rows",
    blocks: [
      ...(needsPool
        ? ask(
            source,
            tasksFields.pool,
            { label: "Pool", hint: "Type a part of its name or its number." },
            searchSelect("Search pools", textOf(source, tasksFields.pool), facts.poolLabel),
          )
        : run.poolId === null
          ? []
          : [context(`Pool ${short(run.poolId, 40)}: ${short(run.poolName ?? "", 80)}`)]),
      ...ask(
        source,
        tasksFields.file,
        { label: "File", hint: "CSV, TSV, JSON or JSON Lines, up to 10 MB.", optional: true },
        fileInput(["csv", "tsv", "json", "jsonl", "txt"]),
      ),
      ...ask(
        source,
        tasksFields.lines,
        {
          label: "Or pasted lines",
          hint: "One task a line, or CSV with its header. Up to 3,000 characters.",
          optional: true,
        },
        textInput({ initial: textOf(source, tasksFields.lines), max: 3000, multiline: true }),
      ),
      ...ask(
        source,
        tasksFields.overlap,
        {
          label: "Overlap",
          hint: "Answers per task, for rows that say nothing else.",
        },
        numberInput(overlap),
      ),
      context(columns),
    ],
  };
};

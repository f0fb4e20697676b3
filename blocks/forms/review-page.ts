import type { types } from "@slack/bolt";
import { reviewFields } from "../../src/domain/form.ts";
import type { Run } from "../../src/domain/run.ts";
import { context, divider, plainContext, section, sections } from "../block.ts";
import { balanceLine, costLines } from "../cost-lines.ts";
import { environmentWord } from "../environment-word.ts";
import { findingLines } from "../finding-lines.ts";
import { runName, whatLine } from "../run-summary.ts";
import { counted, quoted, short, unmarked } from "../text.ts";
import { ask } from "./ask.ts";
import type { FormFacts } from "./form-facts.ts";
import { type FormPage, fieldSource, textOf } from "./form-page.ts";
import { textInput } from "./inputs.ts";

/** The project that will be used or made. */
const projectLine = (run: Run, facts: FormFacts): string => {
  if (run.projectId !== null) {
    const label = run.projectName ?? facts.projectLabel ?? "";
    return `Project ${short(run.projectId, 40)} ${quoted(label)}, as it is`;
  }
  const name = run.projectBody?.public_name ?? facts.projectLabel;
  return name === null ? "" : `Project ${quoted(name)}`;
};

/** What happens after the click, in order. */
const effects = (run: Run): string => {
  const steps = [
    ...(run.projectId === null && run.projectBody !== null ? ["the project is created"] : []),
    ...(run.poolId === null ? ["the pool is created and stays closed"] : []),
    ...(run.report !== null && run.report.good > 0
      ? [
          `${counted(run.report.good, "task")} ${run.report.good === 1 ? "is" : "are"} uploaded and read back`,
        ]
      : []),
    "the request is posted on the run's card",
  ];
  return `After your click: ${steps.join(", ")}. Nothing opens until somebody who may approve does so there.`;
};

/** The warnings of all earlier pages, because here is the last chance to go back. */
const warnings = (facts: FormFacts): types.KnownBlock[] =>
  Object.entries(facts.notes)
    .filter(([field]) => field !== reviewFields.reason)
    .slice(0, 15)
    .map(([, note]) => plainContext(`Please note: ${unmarked(note)}`));

/** Last step: everything that will be sent, its price, and why. */
export const reviewPage = (run: Run, facts: FormFacts): FormPage => {
  const source = fieldSource(run, facts);
  const findings = findingLines(facts.findings);
  const reasonNeeded = run.kind === "run" || run.environment === "production";
  const left = run.leaveOutBadRows ? (run.report?.badRows ?? 0) : 0;
  return {
    title: run.kind === "run" ? "New run: review" : "Request opening",
    submit: "Send for approval",
    blocks: [
      ...sections(
        [
          `*${environmentWord(run.environment)}* · ${quoted(runName(run))}`,
          projectLine(run, facts),
          whatLine(run),
          left > 0 ? `${counted(left, "bad row")} left out` : "",
        ].filter((line) => line !== ""),
      ),
      ...(facts.cost === null ? [] : sections(costLines(facts.cost))),
      ...(facts.balanceMicros === null
        ? []
        : [section(balanceLine(facts.balanceMicros, facts.cost))]),
      ...(findings.length === 0 ? [] : [divider, ...sections(findings)]),
      ...warnings(facts),
      context(effects(run)),
      ...ask(
        source,
        reviewFields.reason,
        {
          label: "Reason",
          hint: reasonNeeded
            ? "At least 10 characters. Whoever approves reads it."
            : "Whoever approves reads it.",
          optional: !reasonNeeded,
        },
        textInput({
          initial: textOf(source, reviewFields.reason),
          max: 500,
          multiline: true,
          ...(reasonNeeded ? { min: 10 } : {}),
        }),
      ),
    ],
  };
};

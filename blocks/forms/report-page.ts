import type { types } from "@slack/bolt";
import type { SheetReport } from "../../src/domain/plan.ts";
import type { Run } from "../../src/domain/run.ts";
import { actionRow, button, divider, section, sections } from "../block.ts";
import { actions, blockIds, runValue } from "../ids.ts";
import { counted, marked, quoted } from "../text.ts";
import type { FormFacts } from "./form-facts.ts";
import type { FormPage } from "./form-page.ts";
import { problemLines, reportLines } from "./report-lines.ts";

const title = "Check of the tasks";

/** Whether the rows as checked and decided can be taken over. */
const isUsable = (report: SheetReport, run: Run): boolean =>
  report.fatal === null && report.good > 0 && (report.badRows === 0 || run.leaveOutBadRows);

/** The decisions about a file; leaving rows out is a click of its own. */
const decisions = (report: SheetReport, run: Run): types.Button[] => {
  const offersLeaveOut =
    report.fatal === null && report.good > 0 && report.badRows > 0 && !run.leaveOutBadRows;
  return [
    button("Fix and upload again", actions.fixFile, runValue(run)),
    ...(offersLeaveOut
      ? [
          button(
            `Continue without the ${counted(report.badRows, "bad row")}`,
            actions.leaveOutBadRows,
            runValue(run),
          ),
        ]
      : []),
  ];
};

/** What the report comes down to. */
const verdict = (report: SheetReport, run: Run): string => {
  if (report.fatal !== null) {
    const [only = "", ...others] = report.fatal.split("\n");
    if (others.length === 0) return `*This file cannot be used.* ${marked(only, 500)}`;
    const lines = [only, ...others].map((line) => `• ${marked(line, 250)}`);
    return ["*This file cannot be used.*", ...lines].join("\n");
  }
  if (report.good === 0) return "*No row can be used.* Nothing was sent.";
  if (report.badRows === 0) return "*All rows are good.* Nothing was sent yet.";
  return run.leaveOutBadRows
    ? `*${counted(report.badRows, "bad row")} will be left out*, as you decided.`
    : `*${counted(report.badRows, "row")} cannot be sent.* Nothing was sent yet.`;
};

/** What the checking of the file found, and what to do with it. */
export const reportPage = (run: Run, facts: FormFacts): FormPage => {
  const { report } = run;
  if (facts.checking || report === null) {
    return {
      title,
      submit: null,
      blocks: [
        section(
          facts.checking
            ? "*Checking the rows…* This view changes by itself. You may close it: you will be told in a direct message, and the draft is kept."
            : `*No file was checked yet.* Go back and give one${run.poolName === null ? "" : ` for ${quoted(run.poolName)}`}.`,
        ),
      ],
    };
  }
  const problems = problemLines(report);
  const submit = run.kind === "run" ? "Next" : "Upload";
  return {
    title,
    submit: isUsable(report, run) ? submit : null,
    blocks: [
      section(verdict(report, run)),
      ...sections(reportLines(report)),
      ...(problems.length === 0 ? [] : [divider, ...sections(problems)]),
      ...actionRow(decisions(report, run), blockIds.reportButtons),
    ],
  };
};

import type { CheckFinding } from "../src/domain/run.ts";
import { counted, short } from "./text.ts";

const shown = 12;

/** One line a check that did not pass; errors first. */
export const findingLines = (findings: readonly CheckFinding[]): string[] => {
  const sorted = [
    ...findings.filter((finding) => finding.level === "error"),
    ...findings.filter((finding) => finding.level === "warning"),
  ];
  const lines = sorted
    .slice(0, shown)
    .map(
      (finding) =>
        `• *${finding.level === "error" ? "Error" : "Warning"}* ${short(finding.name, 40)}: ${short(finding.message, 400)}`,
    );
  const rest = sorted.length - shown;
  return rest > 0 ? [...lines, `and ${counted(rest, "more finding", "more findings")}`] : lines;
};

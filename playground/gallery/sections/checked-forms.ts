import type { FormFacts } from "../../../blocks/forms/form-facts.ts";
import { runForm } from "../../../blocks/run-form.ts";
import type { SheetReport } from "../../../src/domain/plan.ts";
import type { Run } from "../../../src/domain/run.ts";
import { type Exhibit, modal, type Section } from "../exhibit.ts";
import { findings, nothingYet } from "../run-samples.ts";
import { cost, facts, poolBody, projectBody, report, run } from "../samples.ts";
import { typed } from "../typed.ts";

const form = (name: string, changes: Partial<Run>, more: Partial<FormFacts> = {}): Exhibit =>
  modal(name, runForm(run({ ...nothingYet, input: typed, ...changes }), facts(more)));

const checked = (name: string, changes: Partial<SheetReport>, more: Partial<Run> = {}): Exhibit =>
  form(name, { page: "report", report: { ...report, ...changes }, ...more });

const [problem] = report.firstProblems;
const twelve = Array.from({ length: 12 }, (_, index) => ({
  ...(problem ?? { column: "image", rule: "url", value: "", hint: "must be a link" }),
  row: index + 2,
}));
const good = { badRows: 0, problemCount: 0, firstProblems: [] };

const reviewed = (name: string, changes: Partial<Run>, more: Partial<FormFacts> = {}): Exhibit =>
  form(name, { page: "review", report: { ...report, ...good }, poolBody, ...changes }, more);

/** The pages that show what the bot worked out: the check of the rows, and the review. */
export const checkedSections: readonly Section[] = [
  {
    title: "The check of the tasks",
    exhibits: [
      form("under way", { page: "report" }, { checking: true }),
      form("nothing was checked", { page: "report" }),
      form("nothing was checked for a pool", { page: "report", poolName: "Shoes pool 1" }),
      checked("all rows are good", good),
      checked("a bad row", {}),
      checked("the bad row is left out", {}, { leaveOutBadRows: true }),
      checked("many bad rows", { badRows: 12, problemCount: 12, firstProblems: twelve }),
      checked("no good row", { good: 0 }),
      checked("a file of no use", { fatal: "It has no header.", mapping: [] }),
      checked("a file of no use for two reasons", {
        ...{ fatal: "It has no header.\nRow 7 has a quote that is not closed.", mapping: [] },
      }),
      checked("with notes", { ...good, notes: ["Column *size* was not used."], golden: 150 }),
      form("for tasks", { kind: "tasks", page: "report", report: { ...report, ...good } }),
    ],
  },
  {
    title: "The review",
    exhibits: [
      reviewed(
        "priced",
        { projectBody },
        { cost, balanceMicros: 120_000_000, projectLabel: "Categories of shoes" },
      ),
      reviewed("more than the balance", { projectBody }, { cost, balanceMicros: 10_000 }),
      reviewed("balance without a price", {}, { balanceMicros: 10_000 }),
      reviewed(
        "with findings and notes",
        { projectId: "12345" },
        {
          findings,
          notes: {
            reason: "Say it for those who were not there.",
            overlap: "Overlap *11*? Most tasks need 3 to 5.",
          },
        },
      ),
      reviewed("a project known by its name", {}, { projectLabel: "Categories of shoes" }),
      reviewed("a bad row is left out", {
        ...{ report, leaveOutBadRows: true, projectId: "12345", projectName: "Shoes" },
      }),
      reviewed("bad rows are left out of a file that is gone", {
        ...{ report: null, leaveOutBadRows: true },
      }),
      reviewed("for a pool that exists", {
        ...{ kind: "adopted", poolId: "4711", poolName: "Shoes pool 1", projectId: "12345" },
        report: null,
      }),
      reviewed("for a pool, in production", { kind: "pool", environment: "production" }),
      reviewed("several rows", { report: { ...report, ...good, good: 1 } }),
    ],
  },
];

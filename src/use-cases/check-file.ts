import { tasksFields } from "../domain/form.ts";
import type { RowProblem, SheetReport } from "../domain/plan.ts";
import { createChunker } from "../domain/rows/chunks.ts";
import { createRowChecker, type RowChecker } from "../domain/rows/row-checker.ts";
import { createReportBuilder } from "../domain/rows/sheet-report.ts";
import type { Run } from "../domain/run.ts";
import { TolokaError } from "../domain/toloka-error.ts";
import { type CheckFacts, checkFacts } from "./check-facts.ts";
import type { Deps } from "./deps.ts";
import { SheetFault, type SheetRow, SlackFailure } from "./ports.ts";
import { say } from "./say.ts";
import type { JobOutcome } from "./store-ports.ts";
import { troubleOf } from "./toloka-words.ts";

/** Problems are written to the database in portions of this size. */
const problemPage = 500;

/** What a file is called when lines were pasted. */
const pastedName = "pasted lines";

type Rows = {
  readonly name: string;
  readonly rows: AsyncIterable<SheetRow> | Iterable<SheetRow>;
  readonly notes: () => readonly string[];
  readonly format: () => "table" | "json";
};

/** Opens what the person gave: a file of Slack, or pasted lines. */
const openRows = async (deps: Deps, run: Run, facts: CheckFacts): Promise<Rows> => {
  const input = run.input.tasks ?? {};
  const files = input[tasksFields.file];
  const fileId = Array.isArray(files) ? files[0] : undefined;
  if (typeof fileId === "string") {
    const { file, bytes } = await deps.files.open(fileId);
    const sheet = deps.sheets.read(file.name, bytes);
    return { name: file.name, rows: sheet, notes: () => sheet.notes, format: sheet.format };
  }
  const lines = input[tasksFields.lines];
  const rows = await deps.sheets.readLines(typeof lines === "string" ? lines : "", facts.rules);
  return { name: pastedName, rows, notes: () => [], format: () => "table" };
};

const unusable = (fileName: string, fatal: string): SheetReport =>
  createReportBuilder(fileName).report({ mapping: [], notes: [], fatal });

/**
 * Checks every row and keeps the good ones as chunks ready for upload and the problems as a list; nothing
 * is sent to Toloka. Memory does not grow with the file beyond one chunk and a hash per row.
 */
const checkRows = async (
  deps: Deps,
  run: Run,
  checkId: string,
  facts: CheckFacts,
): Promise<SheetReport> => {
  const { rows: store } = deps.database;
  await store.drop(checkId);
  let name = pastedName;
  try {
    const source = await openRows(deps, run, facts);
    name = source.name;
    const report = createReportBuilder(name);
    const chunker = createChunker();
    const problems: RowProblem[] = [];
    let checker: RowChecker | null = null;
    for await (const row of source.rows) {
      checker ??= createRowChecker({
        rules: facts.rules,
        defaultOverlap: facts.defaultOverlap,
        columns: [...row.cells.keys()],
        format: source.format(),
      });
      if (checker.fatal !== null) break;
      const result = checker.check(row);
      report.add(row.row, result);
      if (result.ok) {
        const full = chunker.add(result.task);
        if (full !== null) await store.addChunk(checkId, full);
        continue;
      }
      problems.push(...result.problems);
      if (problems.length >= problemPage) await store.addProblems(checkId, problems.splice(0));
    }
    const rest = chunker.rest();
    if (rest !== null) await store.addChunk(checkId, rest);
    if (problems.length > 0) await store.addProblems(checkId, problems);
    return report.report({
      mapping: checker?.mapping ?? [],
      notes: [...source.notes(), ...(checker?.notes ?? [])],
      fatal: checker?.fatal ?? null,
    });
  } catch (error) {
    if (error instanceof SheetFault) {
      await store.drop(checkId);
      return unusable(name, error.message);
    }
    if (error instanceof SlackFailure && error.kind === "permanent") {
      return unusable(
        name,
        `Slack did not give me the file (${error.code}). Share it again, or paste the lines.`,
      );
    }
    throw error;
  }
};

/** Reads what rows are checked against; a project that cannot be used is a report, not a failure. */
const judge = async (
  deps: Deps,
  run: Run,
  checkId: string,
): Promise<{ report: SheetReport; facts: CheckFacts | null }> => {
  try {
    const facts = await checkFacts(deps, run);
    return { report: await checkRows(deps, run, checkId, facts), facts };
  } catch (error) {
    if (
      !(error instanceof TolokaError) ||
      error.facts.outcome === "unknown" ||
      error.facts.retryable
    )
      throw error;
    return {
      report: unusable(pastedName, troubleOf("The project could not be read", error).what),
      facts: null,
    };
  }
};

/**
 * Checks a given file behind the open form, then turns the form to the report. A person who closed the
 * form meanwhile is told in a direct message; the draft is kept either way.
 */
export const checkFile = async (
  deps: Deps,
  job: { readonly runId: string; readonly checkId: string; readonly viewId: string },
): Promise<JobOutcome> => {
  const run = await deps.database.runs.find(job.runId);
  if (run === null || run.checkId !== job.checkId) return "done";
  if (run.report === null) {
    const { report, facts } = await judge(deps, run, job.checkId);
    const changed = await deps.database.transaction(async (store) => {
      const now = await store.runs.find(job.runId);
      if (now === null || now.checkId !== job.checkId || now.page !== "tasks") return null;
      const reported = await store.runs.change(
        now.id,
        { version: now.version },
        { page: "report", report, ...(facts?.named ?? {}) },
      );
      if (reported !== null && report.problemCount > 0) {
        await say(store, now.id, {
          type: "problems-file",
          fileName: report.fileName,
          problemCount: report.problemCount,
          checkId: job.checkId,
        });
      }
      return reported;
    });
    if (changed === null) return "done";
    return showReport(deps, changed, job.viewId, report);
  }
  return showReport(deps, run, job.viewId, run.report);
};

/** Paints the report into the open form, or tells the person where it waits. */
const showReport = async (
  deps: Deps,
  run: Run,
  viewId: string,
  report: SheetReport,
): Promise<JobOutcome> => {
  try {
    if (await deps.messenger.updateForm(viewId, run)) return "done";
  } catch (error) {
    if (!(error instanceof SlackFailure)) throw error;
    if (error.kind === "rate_limited") return { againAfterMs: error.retryAfterMs ?? 1_000 };
    if (error.kind === "unknown") throw error;
    deps.log.warn({ run: run.id, code: error.code }, "the report could not be shown in the form");
  }
  await deps.database.transaction((store) =>
    store.jobs.send({
      name: "tell-person",
      userId: run.editorIds.at(-1) ?? run.ownerId,
      notice: {
        type: "file-checked",
        runId: run.id,
        fileName: report.fileName,
        good: report.good,
        bad: report.badRows,
        fatal: report.fatal,
      },
      key: `${run.id}:checked:${run.checkId ?? ""}`,
    }),
  );
  return "done";
};

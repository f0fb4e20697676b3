import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MeasuredApp } from "./apps.ts";
import { reportOf, withFigures } from "./report.ts";
import { circumstances, type Results } from "./results.ts";
import { measureAcks } from "./scenarios/acks.ts";
import { measureAnswers } from "./scenarios/answers.ts";
import { measureParsing } from "./scenarios/parsing.ts";
import { measureRows, poolName } from "./scenarios/rows.ts";
import { measureStarts } from "./scenarios/starts.ts";
import { measureEmulator } from "./scenarios/toloka-emulator.ts";
import { startStandIns } from "./stand-ins.ts";

const readme = new URL("README.md", import.meta.url);
const resultsFile = new URL("results.json", import.meta.url);

const beganMs = performance.now();
const step = (words: string): void => {
  process.stderr.write(`${Math.round((performance.now() - beganMs) / 1_000)} s: ${words}\n`);
};

const measureAll = async (): Promise<Results> => {
  const folder = await mkdtemp(join(tmpdir(), "lifeguard-bench-"));
  const standIns = await startStandIns();
  let app: MeasuredApp | null = null;
  try {
    step("starts");
    const started = await measureStarts(standIns, folder);
    app = started.app;
    step("100,000 rows");
    const rows = await measureRows(standIns, app);
    step("their answers");
    const answers = await measureAnswers(standIns, app, poolName);
    step("acknowledgements next to a bare Bolt app");
    const comparison = await measureAcks(app);
    step("reader and rules");
    const parsing = await measureParsing();
    step("a million tasks in the Toloka stand-in");
    const emulator = await measureEmulator();
    return {
      ...circumstances(),
      starts: started.figures,
      comparison,
      rows,
      answers,
      parsing,
      emulator,
    };
  } finally {
    await app?.stop();
    await standIns.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

try {
  const results = await measureAll();
  const report = reportOf(results);
  process.stdout.write(`${report}\n`);
  await writeFile(resultsFile, `${JSON.stringify(results, null, 2)}\n`);
  await writeFile(readme, withFigures(await readFile(readme, "utf8"), report));
  step("written to bench/README.md and bench/results.json");
} catch (error) {
  process.stderr.write(
    `The benchmarks failed: ${error instanceof Error ? error.message : String(error)}\n`,
  );
  process.exitCode = 1;
}

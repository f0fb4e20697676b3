import { percentile } from "./percentile.ts";
import type { Results } from "./results.ts";
import type { ManyTasks } from "./scenarios/toloka-emulator.ts";

type Row = readonly string[];

const table = (header: Row, rows: readonly Row[]): string => {
  const lines = [header, header.map((_, column) => (column === 0 ? "---" : "---:")), ...rows];
  return lines.map((cells) => `| ${cells.join(" | ")} |`).join("\n");
};

const digits = (value: number, places: number): string =>
  value.toLocaleString("en-US", { minimumFractionDigits: places, maximumFractionDigits: places });

const ms = (value: number): string => `${digits(value, 2)} ms`;
const seconds = (valueMs: number): string => `${digits(valueMs / 1_000, 1)} s`;
const megabytes = (bytes: number): string => `${digits(bytes / 1_048_576, 0)} MB`;

const ackTable = ({ comparison }: Results): string =>
  table(
    ["`/toloka help`", "app", "requests", "per second", "p50", "p99", "CPU per request"],
    comparison.acks.map((each) => [
      each.pressure,
      each.app,
      digits(each.requests, 0),
      digits(each.perSecond, 0),
      ms(each.p50Ms),
      ms(each.p99Ms),
      ms(each.cpuMsPerRequest),
    ]),
  );

const startTable = ({ starts, comparison }: Results): string =>
  table(
    ["start and rest", "Lifeguard", "bare Bolt"],
    [
      ["start to first ack, new database", seconds(starts.firstStartMs), ""],
      [
        `start to first ack, existing database (median of ${starts.reopenMs.length})`,
        seconds(percentile(starts.reopenMs, 0.5)),
        seconds(comparison.bareFirstAckMs),
      ],
      ["memory at rest", megabytes(starts.idleBytes), megabytes(comparison.bareIdleBytes)],
      ["CPU at rest, of one core", `${digits(starts.idleCpu * 100, 1)} %`, ""],
    ],
  );

const rowsTable = ({ rows, parsing }: Results): string => {
  const stages = [
    ["file given → all rows checked", rows.checked],
    ["review sent → project, pool, all rows uploaded", rows.uploaded],
    ["uploaded → read back, compared, approval asked for", rows.verified],
  ] as const;
  const all = stages.reduce((sum, [, stage]) => sum + stage.ms, 0);
  const peak = Math.max(...stages.map(([, stage]) => stage.peakBytes));
  const speed = (stageMs: number): string => digits((rows.rows * 1_000) / stageMs, 0);
  const above = (bytes: number): string => megabytes(bytes - rows.idleBytes);
  return table(
    [
      `${digits(rows.rows, 0)} CSV rows, ${megabytes(rows.fileBytes)}`,
      "time",
      "rows per second",
      "peak memory above idle",
    ],
    [
      ...stages.map(([name, stage]) => [
        name,
        seconds(stage.ms),
        speed(stage.ms),
        above(stage.peakBytes),
      ]),
      ["**file to uploaded and verified**", seconds(all), `**${speed(all)}**`, above(peak)],
      ["CPU of the bot for all of it", seconds(rows.cpuMs), "", ""],
      ["reader and rules alone, in memory", "", digits(parsing.rowsPerSecond, 0), ""],
    ],
  );
};

const answersTable = ({ answers }: Results): string =>
  table(
    [`${digits(answers.answers, 0)} answers, ${megabytes(answers.fileBytes)} in two files`, ""],
    [
      ["pool closed → results and both files in the thread", seconds(answers.told.ms)],
      ["peak memory above idle", megabytes(answers.told.peakBytes - answers.idleBytes)],
      ["CPU of the bot for all of it", seconds(answers.cpuMs)],
    ],
  );

const emulatorTable = ({ emulator }: Results): string => {
  const { overHttp, inProcess, perChunk, perPage } = emulator;
  const both = (name: string, cell: (figures: ManyTasks) => string): Row => [
    name,
    cell(overHttp),
    cell(inProcess),
  ];
  return table(
    ["Toloka stand-in, one pool", "its own process, HTTP", "in process, no socket"],
    [
      both("tasks in the pool", ({ tasks }) => digits(tasks, 0)),
      both(
        `tasks taken a second, asynchronous parts of ${digits(perChunk, 0)}`,
        ({ acceptedPerSecond }) => digits(acceptedPerSecond, 0),
      ),
      both(`page of ${perPage}, first hundred pages (p50)`, ({ firstPagesMs }) => ms(firstPagesMs)),
      both(`page of ${perPage}, last hundred pages (p50)`, ({ lastPagesMs }) => ms(lastPagesMs)),
      both(
        "memory per task, its request in the ledger included",
        ({ bytesPerTask }) => `${digits(bytesPerTask, 0)} bytes`,
      ),
    ],
  );
};

/** The figures as Markdown: what is printed and what the README shows. */
export const reportOf = (results: Results): string =>
  [
    `Measured ${results.date} with Node ${results.node} on ${results.platform}, ${results.cores} cores.`,
    ackTable(results),
    startTable(results),
    rowsTable(results),
    answersTable(results),
    emulatorTable(results),
  ].join("\n\n");

const begin = "<!-- figures: written by npm run bench -->";
const end = "<!-- end of figures -->";

/** The README with its marked section replaced. Throws when the marks are not there. */
export const withFigures = (readme: string, report: string): string => {
  const from = readme.indexOf(begin);
  const to = readme.indexOf(end);
  if (from < 0 || to < from)
    throw new Error(`bench/README.md has lost its marks: ${begin}, ${end}`);
  return `${readme.slice(0, from + begin.length)}\n\n${report}\n\n${readme.slice(to)}`;
};

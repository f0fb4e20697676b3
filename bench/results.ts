import { availableParallelism } from "node:os";
import type { AckComparison } from "./scenarios/acks.ts";
import type { AnswersFigures } from "./scenarios/answers.ts";
import type { ParsingFigures } from "./scenarios/parsing.ts";
import type { RowsFigures } from "./scenarios/rows.ts";
import type { StartFigures } from "./scenarios/starts.ts";
import type { EmulatorFigures } from "./scenarios/toloka-emulator.ts";

/** Where and when figures were measured; nothing in it names a machine. */
export type Circumstances = {
  readonly date: string;
  readonly node: string;
  readonly cores: number;
  readonly platform: string;
};

/** Everything one run of the benchmarks measured. */
export type Results = Circumstances & {
  readonly starts: StartFigures;
  readonly comparison: AckComparison;
  readonly rows: RowsFigures;
  readonly answers: AnswersFigures;
  readonly parsing: ParsingFigures;
  readonly emulator: EmulatorFigures;
};

/** The circumstances of this run. */
export const circumstances = (): Circumstances => ({
  date: new Date().toISOString().slice(0, 10),
  node: process.versions.node,
  cores: availableParallelism(),
  platform: `${process.platform} ${process.arch}`,
});

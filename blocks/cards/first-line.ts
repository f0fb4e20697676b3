import type { Run } from "../../src/domain/run.ts";
import { environmentTag, environmentWord } from "../environment-word.ts";
import { runName } from "../run-summary.ts";
import { statusWords } from "../status-words.ts";
import { oneLine, quoted, short } from "../text.ts";

/** Environment, name, request code and state; our own words stand in bold, which names cannot imitate. */
export const firstLine = (run: Run): string =>
  [
    `${environmentTag(run.environment)} ${quoted(runName(run))}`,
    ...(run.request === null ? [] : [short(run.request.code, 20)]),
    `*${statusWords[run.status]}*`,
  ].join(" · ");

/** The same without markup, for notifications. */
export const plainFirstLine = (run: Run): string =>
  `[${environmentWord(run.environment)}] ${short(oneLine(runName(run)), 80)}: ${statusWords[run.status]}`;

import type { types } from "@slack/bolt";
import type { Answer } from "../../src/domain/answer.ts";
import type { Run } from "../../src/domain/run.ts";
import { context, section, sections } from "../block.ts";
import { environmentTag } from "../environment-word.ts";
import { runName } from "../run-summary.ts";
import { statusWords } from "../status-words.ts";
import { counted, mention, quoted, short } from "../text.ts";
import { poolState, poolTime, poolTitle } from "./pool-words.ts";

const shown = 20;

/** A head line, at most 20 lines, and words about the rest. */
const list = (
  head: string,
  lines: readonly string[],
  more: boolean,
  empty: string,
): types.KnownBlock[] => {
  const rest = lines.length - shown;
  const restWords =
    rest > 0
      ? `and ${counted(rest, "more", "more")}${more ? " at least" : ""}; search with \`/toloka list pools <text>\`.`
      : "There are more; search with `/toloka list pools <text>`.";
  return [
    section(head),
    ...(lines.length === 0 ? [section(empty)] : sections(lines.slice(0, shown))),
    ...(rest > 0 || more ? [context(restWords)] : []),
  ];
};

/** Pools of the account. */
export const poolsBlocks = (answer: Extract<Answer, { type: "pools" }>): types.KnownBlock[] =>
  list(
    `${environmentTag(answer.environment)} pools`,
    answer.pools.map(
      ({ pool, leftMs }) =>
        `• ${poolTitle(pool)} · ${pool.status === "OPEN" ? `*OPEN* · ${poolTime(pool.willExpire, leftMs)}` : poolState(pool)}`,
    ),
    answer.more,
    "No pools here. Make one with `/toloka new`.",
  );

/** Projects of the account. */
export const projectsBlocks = (answer: Extract<Answer, { type: "projects" }>): types.KnownBlock[] =>
  list(
    `${environmentTag(answer.environment)} projects`,
    answer.projects.map(
      (project) =>
        `• project ${short(project.id, 40)} ${quoted(project.publicName)} · ${short(project.status, 40)}`,
    ),
    answer.more,
    "No projects here. Make one with `/toloka new project`.",
  );

/** `REQ-7F3K “Shoes pool 1” · waiting for approval · by @requester`. */
export const runLine = (run: Run): string =>
  [
    `${run.request === null ? "" : `${short(run.request.code, 20)} `}${quoted(runName(run))}`,
    `*${statusWords[run.status]}*`,
    ...(run.poolId === null ? [] : [`pool ${short(run.poolId, 40)}`]),
    `by ${mention(run.ownerId)}`,
  ].join(" · ");

/** Runs and their requests. */
export const requestsBlocks = (answer: Extract<Answer, { type: "requests" }>): types.KnownBlock[] =>
  list(
    `${environmentTag(answer.environment)} runs and requests`,
    answer.runs.map((run) => `• ${runLine(run)}`),
    answer.more,
    "No runs here. Start one with `/toloka new`.",
  );

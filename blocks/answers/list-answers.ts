import type { types } from "@slack/bolt";
import type { Answer } from "../../src/domain/answer.ts";
import type { Environment } from "../../src/domain/environment.ts";
import type { Run } from "../../src/domain/run.ts";
import { context, section, sections } from "../block.ts";
import { environmentTag } from "../environment-word.ts";
import { runName } from "../run-summary.ts";
import { statusWords } from "../status-words.ts";
import { code, counted, mention, quoted, short } from "../text.ts";
import { poolState, poolTime, poolTitle } from "./pool-words.ts";

const shown = 20;

type Listed = {
  readonly what: "pools" | "projects" | "requests";
  readonly answer: {
    readonly environment: Environment;
    readonly more: boolean;
    readonly search: string | null;
  };
  readonly lines: readonly string[];
  /** What is said when there is nothing at all. */
  readonly empty: string;
};

/** A head line, at most 20 lines, and words about the rest. */
const list = ({ what, answer, lines, empty }: Listed): types.KnownBlock[] => {
  const { environment, more, search } = answer;
  const asked = search === null ? "" : ` with ${quoted(search)}`;
  const all = code(`/toloka list ${what}${environment === "production" ? " production" : ""}`);
  const rest = lines.length - shown;
  const narrower = code(`/toloka list ${what} <text>`);
  const restWords =
    rest > 0
      ? `and ${counted(rest, "more", "more")}${more ? " at least" : ""}; search with ${narrower}.`
      : `There are more; search with ${narrower}.`;
  const none = search === null ? empty : `Nothing matches. All of them: ${all}`;
  return [
    section(
      `${environmentTag(environment)} ${what === "requests" ? "runs and requests" : what}${asked}`,
    ),
    ...(lines.length === 0 ? [section(none)] : sections(lines.slice(0, shown))),
    ...(rest > 0 || more ? [context(restWords)] : []),
  ];
};

/** Pools of the account. */
export const poolsBlocks = (answer: Extract<Answer, { type: "pools" }>): types.KnownBlock[] =>
  list({
    what: "pools",
    answer,
    lines: answer.pools.map(
      ({ pool, leftMs }) =>
        `• ${poolTitle(pool)} · ${pool.status === "OPEN" ? `*OPEN* · ${poolTime(pool.willExpire, leftMs)}` : poolState(pool)}`,
    ),
    empty: "No pools here. Make one with `/toloka new`.",
  });

/** Projects of the account. */
export const projectsBlocks = (answer: Extract<Answer, { type: "projects" }>): types.KnownBlock[] =>
  list({
    what: "projects",
    answer,
    lines: answer.projects.map(
      (project) =>
        `• project ${short(project.id, 40)} ${quoted(project.publicName)} · ${short(project.status, 40)}`,
    ),
    empty: "No projects here. Make one with `/toloka new project`.",
  });

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
  list({
    what: "requests",
    answer,
    lines: answer.runs.map((run) => `• ${runLine(run)}`),
    empty: "No runs here. Start one with `/toloka new`.",
  });

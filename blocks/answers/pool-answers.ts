import type { types } from "@slack/bolt";
import type { Answer } from "../../src/domain/answer.ts";
import { actionRow, button, confirm, context, sections } from "../block.ts";
import { pauseButton } from "../card-buttons.ts";
import { balanceLine, costLines } from "../cost-lines.ts";
import { environmentTag, environmentWord } from "../environment-word.ts";
import { findingLines } from "../finding-lines.ts";
import { actions, poolValue, runValue } from "../ids.ts";
import { link } from "../link.ts";
import { statusWords } from "../status-words.ts";
import { cut, oneLine, several, short } from "../text.ts";
import { poolPrice, poolState, poolTime, poolTitle, taskWords } from "./pool-words.ts";

type Status = Extract<Answer, { type: "status" }>;
type Priced = Extract<Answer, { type: "cost" }>;
type Check = Extract<Answer, { type: "check" }>;

/** Closes a pool that no run of this bot belongs to. */
const pausePool = (answer: Status): types.Button =>
  button("Pause", actions.pausePool, poolValue(answer.environment, answer.pool.id), {
    style: "danger",
    confirm: confirm(
      "Pause the pool?",
      `${environmentWord(answer.environment)}: closes "${cut(oneLine(answer.pool.privateName), 80)}" now.`,
      "Pause",
      "Keep it open",
      "danger",
    ),
  });

const statusButtons = (answer: Status): types.Button[] => {
  const { run, pool, environment } = answer;
  if (pool.status === "OPEN") return [run === null ? pausePool(answer) : pauseButton(run)];
  if (pool.status !== "CLOSED") return [];
  if (run === null) {
    return [
      button("Request opening", actions.requestPoolOpening, poolValue(environment, pool.id)),
      button("Add tasks", actions.addPoolTasks, poolValue(environment, pool.id)),
    ];
  }
  return run.status === "ready" || run.status === "closed"
    ? [
        button("Request opening", actions.requestOpening, runValue(run)),
        button("Add tasks", actions.addTasks, runValue(run)),
      ]
    : [];
};

/** One pool of the account, with or without a run of this bot. */
export const statusBlocks = (answer: Status): types.KnownBlock[] => {
  const { pool, run } = answer;
  const small = [
    `project ${short(pool.projectId, 40)}`,
    run === null
      ? "not followed by a run of this bot"
      : `run: ${statusWords[run.status]}${run.request === null ? "" : `, ${short(run.request.code, 20)}`}`,
    ...(answer.tolokaPage === null ? [] : [link(answer.tolokaPage, "on Toloka's page")]),
  ];
  return [
    ...sections([
      `${environmentTag(answer.environment)} ${poolTitle(pool)} · ${poolState(pool)}`,
      [
        poolPrice(pool),
        ...(answer.tasks === null ? [] : [taskWords(answer.tasks)]),
        poolTime(answer.time.willExpire, answer.time.leftMs),
      ].join(" · "),
    ]),
    context(small.join(" · ")),
    ...actionRow(statusButtons(answer)),
  ];
};

/** What a pool would cost. */
export const costBlocks = (answer: Priced): types.KnownBlock[] =>
  sections([
    `${environmentTag(answer.environment)} cost of ${poolTitle(answer.pool)}`,
    `${taskWords(answer.tasks)} · ${poolPrice(answer.pool)}`,
    ...costLines(answer.cost),
    balanceLine(answer.balanceMicros, answer.cost),
  ]);

/** The dry run of a pool: what did not pass, what did, and the price. */
export const checkBlocks = (answer: Check): types.KnownBlock[] => {
  const errors = answer.findings.filter((finding) => finding.level === "error").length;
  const verdict =
    errors > 0
      ? "*cannot be opened like this*"
      : answer.findings.length > 0
        ? "*can be opened, with warnings*"
        : "*can be opened*, nothing to warn of";
  return [
    ...sections([
      `${environmentTag(answer.environment)} check of ${poolTitle(answer.pool)}: ${verdict}`,
      `${taskWords(answer.tasks)} · ${poolPrice(answer.pool)}`,
      ...findingLines(answer.findings),
      ...costLines(answer.cost),
      balanceLine(answer.balanceMicros, answer.cost),
    ]),
    ...(answer.passed.length === 0
      ? []
      : [
          context(
            `Passed: ${several(
              answer.passed.map((name) => short(name, 40)),
              25,
            )}. Nothing was changed.`,
          ),
        ]),
  ];
};

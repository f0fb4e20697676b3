import type { types } from "@slack/bolt";
import type { Answer } from "../src/domain/answer.ts";
import { helpBlocks } from "./answers/help-blocks.ts";
import { poolsBlocks, projectsBlocks, requestsBlocks } from "./answers/list-answers.ts";
import { menuBlocks } from "./answers/menu-blocks.ts";
import { checkBlocks, costBlocks, statusBlocks } from "./answers/pool-answers.ts";
import { approverWords } from "./approver-words.ts";
import { context, type Message, message, plainContext, sections } from "./block.ts";
import { environmentTag, environmentWord } from "./environment-word.ts";
import { callbacks } from "./ids.ts";
import { cardAddress, link } from "./link.ts";
import { runName } from "./run-summary.ts";
import { code, mention, mentionChannel, mentionGroup, plain, quoted, short } from "./text.ts";

type Of<Type extends Answer["type"]> = Extract<Answer, { type: Type }>;

/** A "no" in three parts: what I understood, what is wrong, what to type. */
const refusedBlocks = ({ environment, refusal, requestId }: Of<"refused">): types.KnownBlock[] => [
  ...sections([
    `${environmentTag(environment)} *I understood:* ${short(refusal.understood, 500)}`,
    `*What is wrong:* ${short(refusal.wrong, 700)}`,
    `*What to do:* ${short(refusal.next, 500)}`,
    ...(refusal.suggestion === null ? [] : [`Try ${code(refusal.suggestion, 300)}`]),
  ]),
  ...(requestId === null ? [] : [context(`request id ${code(requestId, 80)}`)]),
];

/** Group ids in our own words about a right, as the names Slack shows for them; nobody is called by it. */
const namedGroups = (words: string): string => words.replace(/\bS[A-Z0-9]{7,30}\b/g, mentionGroup);

const whoamiBlocks = (answer: Of<"whoami">): types.KnownBlock[] => [
  ...sections([
    `*[${answer.rights.map((right) => environmentWord(right.environment)).join(" and ")}]* You are ${mention(answer.userId)}.`,
    ...answer.rights.map(
      (right) =>
        `${environmentTag(right.environment)} ${right.mayRequest ? "you may request" : "you may not request"}, ${right.mayApprove ? "you may approve" : "you may not approve"}: ${namedGroups(short(right.why, 300))}`,
    ),
  ]),
  plainContext(`Times are read in your zone: ${answer.timeZone}`),
];

const requestingLines = (answer: Of<"requesting">): string[] => [
  `${environmentTag(answer.environment)} I am asking for approval to open pool ${short(answer.poolId, 40)} ${quoted(answer.poolName)}. The request comes on the run's card.`,
  approverWords(answer.approvers, answer.approvers === "anyone"),
];

const gatheringLines = ({ environment, poolId, run, workspaceUrl }: Of<"gathering">): string[] => {
  const address = cardAddress(workspaceUrl, run);
  const where = `${address === null ? "the thread of its card" : link(address, "the thread of its card")} in ${mentionChannel(run.channelId)}`;
  return [
    `${environmentTag(environment)} *Gathering the results* of pool ${short(poolId, 40)} ${quoted(runName(run))}. They come into ${where}.`,
  ];
};

const blocksOf = (answer: Answer): types.KnownBlock[] => {
  switch (answer.type) {
    case "menu":
      return menuBlocks(answer);
    case "help":
      return helpBlocks(answer);
    case "refused":
      return refusedBlocks(answer);
    case "whoami":
      return whoamiBlocks(answer);
    case "status":
      return statusBlocks(answer);
    case "cost":
      return costBlocks(answer);
    case "check":
      return checkBlocks(answer);
    case "pools":
      return poolsBlocks(answer);
    case "projects":
      return projectsBlocks(answer);
    case "requests":
      return requestsBlocks(answer);
    case "requesting":
      return sections(requestingLines(answer));
    case "voted":
      return sections([
        `${environmentTag(answer.environment)} *Your approval of ${quoted(answer.poolName)} counts.* The card shows when the pool is open.`,
      ]);
    case "pausing":
      return sections([
        `${environmentTag(answer.environment)} *Pausing* pool ${short(answer.poolId, 40)} ${quoted(answer.poolName)}. Workers who already have a suite may finish it.`,
      ]);
    case "gathering":
      return sections(gatheringLines(answer));
    case "said":
      return sections([`${environmentTag(answer.environment)} ${short(answer.text, 1000)}`]);
  }
};

const titles: { readonly [T in Answer["type"]]: string } = {
  menu: "What would you like to do?",
  help: "What I understand",
  refused: "That did not work",
  whoami: "Who you are",
  status: "Status of a pool",
  cost: "Cost of a pool",
  check: "Check of a pool",
  pools: "Pools",
  projects: "Projects",
  requests: "Runs and requests",
  requesting: "Asking for approval",
  voted: "Your approval counts",
  pausing: "Pausing a pool",
  gathering: "Gathering results",
  said: "Answer",
};

/** The same in a window, where there is no conversation to answer in. */
export const answerForm = (answer: Answer): types.ModalView => ({
  type: "modal",
  callback_id: callbacks.message,
  title: plain("environment" in answer ? environmentWord(answer.environment) : "Toloka", 24),
  close: plain("Close", 24),
  blocks: blocksOf(answer).slice(0, 100),
});

/** The private answer to a command or a click. */
export const answerMessage = (answer: Answer): Message => {
  const place = "environment" in answer ? `[${environmentWord(answer.environment)}] ` : "";
  return message(`${place}${titles[answer.type]}`, blocksOf(answer));
};

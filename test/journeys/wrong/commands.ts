/** A command that must be refused: its text, what is wrong with it, and the command that is offered instead. */
export type WrongCommand = {
  readonly text: string;
  readonly wrong: string;
  readonly offered: string | null;
};

const notANumber = "A pool number has only digits and does not start with 0.";

/** Wrong commands, each with its refusal. The account has no pool and production is not set up. */
export const wrongCommands: readonly WrongCommand[] = [
  { text: "hlep", wrong: "I do not know hlep.", offered: "/toloka help" },
  { text: "frobnicate", wrong: "I do not know frobnicate.", offered: "/toloka help" },
  { text: "opne 4711", wrong: "I do not know opne.", offered: "/toloka open 4711" },
  { text: "4711", wrong: "I do not know 4711.", offered: "/toloka status 4711" },
  { text: "new poool", wrong: "I do not know poool.", offered: "/toloka new pool" },
  { text: "new banana", wrong: "I do not know banana.", offered: "/toloka new" },
  {
    text: "new pool now please",
    wrong: "I do not know what to do with now please.",
    offered: "/toloka new pool",
  },
  { text: "tasks", wrong: "It needs a pool.", offered: "/toloka list pools" },
  { text: "open", wrong: "It needs a pool.", offered: "/toloka list pools" },
  { text: "open 04711", wrong: notANumber, offered: "/toloka open 4711" },
  { text: "open 4711x", wrong: notANumber, offered: "/toloka list pools" },
  {
    text: "open -4711",
    wrong: "A pool number is never negative.",
    offered: "/toloka open 4711",
  },
  {
    text: "open 1234567890123456789",
    wrong: "A pool number has at most 18 digits.",
    offered: "/toloka list pools",
  },
  { text: "status 0", wrong: "There is no pool 0.", offered: "/toloka list pools" },
  {
    text: "status #labelling",
    wrong: "That is a channel, not a pool.",
    offered: "/toloka list pools",
  },
  {
    text: "cost shoes.csv",
    wrong: "That is a file, not a pool; files are given in the tasks form.",
    offered: "/toloka list pools",
  },
  {
    text: "check price=0.02",
    wrong: "Settings cannot be given here.",
    offered: "/toloka list pools",
  },
  {
    text: "check https://example.com/pool",
    wrong: "That link does not lead to a Slack message.",
    offered: "/toloka list pools",
  },
  {
    text: "status REQ-0O1L",
    wrong: "A request code is REQ- and four letters or digits, never 0, O, 1, I, L or U.",
    offered: "/toloka list pools",
  },
  {
    text: 'status "Shoes pool',
    wrong: "The quote is not closed.",
    offered: '/toloka status "Shoes pool"',
  },
  {
    text: "cost 4711 sandbx",
    wrong: "I do not know what to do with sandbx.",
    offered: "/toloka cost 4711 sandbox",
  },
  {
    text: "open 4711 sandbox production",
    wrong: "One command works in one environment, sandbox or production.",
    offered: "/toloka open 4711",
  },
  {
    text: "approve REQ-7F3K",
    wrong: "Approving happens on the card, and so does denying; no command does it.",
    offered: "/toloka list requests",
  },
  {
    text: "extend 4711",
    wrong: "extend is not available in this version.",
    offered: "/toloka help",
  },
  { text: "help frobnicate", wrong: "There is no command frobnicate.", offered: "/toloka help" },
  {
    text: `open ${"a".repeat(600)}`,
    wrong: "A command has at most 500 characters.",
    offered: "/toloka new",
  },
  {
    text: "open 47\u202e11",
    wrong: "Control characters are not allowed, because they can hide what a command does.",
    offered: "/toloka help",
  },
  {
    text: "open 4711",
    wrong: "There is no pool 4711 in sandbox.",
    offered: "/toloka list pools",
  },
  {
    text: "pause 4711 too many wrong answers",
    wrong: "There is no pool 4711 in sandbox.",
    offered: "/toloka list pools",
  },
  {
    text: "status Boots",
    wrong: 'No pool is called "Boots".',
    offered: "/toloka list pools",
  },
  {
    text: "check this",
    wrong: "There is no run in this channel.",
    offered: "/toloka list pools",
  },
  {
    text: "cost REQ-7F3K",
    wrong: "I know no such request.",
    offered: "/toloka list requests",
  },
  ...["open 4711 production", "new run prod", "list pools --production", "production"].map(
    (text) => ({
      text,
      wrong: "There is no Toloka key for production in this installation.",
      offered: null,
    }),
  ),
];

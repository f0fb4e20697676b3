/** One verb of `/toloka`, as the parser and the help know it. */
export type Verb = {
  readonly name: VerbName;
  /** Other words for it, lower case; a space stands between two words. */
  readonly aliases: readonly string[];
  /** What comes after `/toloka`, with `<must>` and `[may]`. */
  readonly usage: string;
  /** One sentence. */
  readonly description: string;
  readonly examples: readonly [string, string];
};

/** The verbs of this version, in the order help shows them. */
const verbNames = [
  "menu",
  "help",
  "new",
  "tasks",
  "check",
  "cost",
  "open",
  "status",
  "list",
  "results",
  "pause",
  "whoami",
] as const;
type VerbName = (typeof verbNames)[number];

/** The verb table: the parser, the help and the tests read it. */
export const verbs: readonly Verb[] = [
  {
    name: "menu",
    aliases: [],
    usage: "/toloka",
    description: "Shows a private menu with buttons.",
    examples: ["/toloka", "/toloka production"],
  },
  {
    name: "help",
    aliases: ["?", "how"],
    usage: "/toloka help [verb]",
    description: "Lists all verbs, or explains one with two examples.",
    examples: ["/toloka help", "/toloka help open"],
  },
  {
    name: "new",
    aliases: ["create", "make", "add", "start new"],
    usage: "/toloka new [run|project|pool|tasks]",
    description: "Opens the forms for a new run, or for one part of it.",
    examples: ["/toloka new", "/toloka new project"],
  },
  {
    name: "tasks",
    aliases: ["upload", "add tasks", "feed"],
    usage: "/toloka tasks <pool>",
    description: "Opens the form that checks and uploads tasks to an existing pool.",
    examples: ["/toloka tasks 4711", '/toloka tasks "Shoes pool 1"'],
  },
  {
    name: "check",
    aliases: ["validate", "lint", "dry-run", "dry run", "test"],
    usage: "/toloka check <pool>",
    description: "Checks a pool, its tasks and the balance without changing anything.",
    examples: ["/toloka check 4711", "/toloka check REQ-7F3K"],
  },
  {
    name: "cost",
    aliases: ["estimate", "price", "quote", "how much"],
    usage: "/toloka cost <pool>",
    description: "Shows the planned and the highest cost with fee, next to the balance.",
    examples: ["/toloka cost 4711", "/toloka cost this"],
  },
  {
    name: "open",
    aliases: ["request", "launch", "publish", "submit", "go"],
    usage: "/toloka open <pool>",
    description: "Asks for approval to open a pool; the pool opens only after a click on the card.",
    examples: ["/toloka open 4711", "/toloka open 4711 production"],
  },
  {
    name: "status",
    aliases: ["show", "info", "progress", "ps", "how is"],
    usage: "/toloka status [pool|mine|all]",
    description: "Shows one pool of the account, your own runs, or all runs.",
    examples: ["/toloka status 4711", "/toloka status mine"],
  },
  {
    name: "list",
    aliases: ["ls", "find"],
    usage: "/toloka list [pools|projects|requests] [text]",
    description: "Lists pools, projects or requests, or only those with a text in their name.",
    examples: ["/toloka list pools", "/toloka find shoes"],
  },
  {
    name: "results",
    aliases: ["export", "download", "get"],
    usage: "/toloka results <pool>",
    description:
      "Brings what workers answered so far, and what it cost, as files into the thread of the card.",
    examples: ["/toloka results 4711", "/toloka results this"],
  },
  {
    name: "pause",
    aliases: ["stop", "close", "halt", "kill"],
    usage: "/toloka pause <pool> [why]",
    description: "Closes a pool at once; everybody may, and no approval is needed.",
    examples: ["/toloka pause 4711", "/toloka pause 4711 too many wrong answers"],
  },
  {
    name: "whoami",
    aliases: ["me"],
    usage: "/toloka whoami",
    description:
      "Says who you are to the bot, your time zone, and what you may request and approve.",
    examples: ["/toloka whoami", "/toloka me"],
  },
];

/** Words that decide on a request; they are understood so that they can be answered, and act on nothing. */
export const decidingWords = ["approve", "deny"] as const;

/** Verbs that exist in the grammar but not in this version: understood, refused, not offered. */
export const laterWords: readonly string[] = [
  ...["extend", "prolong", "more time", "resume", "continue", "reopen"],
  ...["preview", "show tasks", "sample"],
  ...["whatif", "compare", "simulate", "approvals", "inbox", "pending", "waiting"],
  ...["again", "clone", "repeat", "copy", "like", "recipe", "template"],
  ...["balance", "money", "funds", "budget", "subscribe", "follow", "watch", "notify"],
  ...["unsubscribe", "unfollow", "mute", "subscriptions", "digest", "summary", "report"],
  ...["policy", "rules", "who can approve", "audit", "history", "log"],
  ...["doctor", "health", "settings", "config"],
];

/** Every word or pair of words that stands for a verb of this version -> the verb. Names come before aliases. */
export const verbByWord: ReadonlyMap<string, Verb> = new Map([
  ...verbs.map((verb) => [verb.name, verb] as const),
  ...verbs.flatMap((verb) => verb.aliases.map((alias) => [alias, verb] as const)),
]);

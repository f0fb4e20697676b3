import { describe, expect, test } from "vitest";
import type { Command } from "../../src/domain/command.ts";
import { longestCommand, parseCommand } from "../../src/domain/grammar.ts";
import { decidingWords, laterWords, verbs } from "../../src/domain/verbs.ts";

const pool = { kind: "pool", poolId: "4711" } as const;
const sandbox = { environment: "sandbox" } as const;
const production = { environment: "production" } as const;

const understood: readonly (readonly [string, Command])[] = [
  ["", { kind: "menu", ...sandbox }],
  ["   ", { kind: "menu", ...sandbox }],
  ["prod", { kind: "menu", ...production }],
  ["?", { kind: "help", verb: null, ...sandbox }],
  ["help how much", { kind: "help", verb: "cost", ...sandbox }],
  ["HELP Launch", { kind: "help", verb: "open", ...sandbox }],
  ["new", { kind: "new", what: "run", ...sandbox }],
  ["start new project", { kind: "new", what: "project", ...sandbox }],
  ["create pool --prod", { kind: "new", what: "pool", ...production }],
  ["add tasks 4711", { kind: "tasks", target: pool, ...sandbox }],
  ["dry–run 4711", { kind: "check", target: pool, ...sandbox }],
  ["how   much  4711", { kind: "cost", target: pool, ...sandbox }],
  ["how is pool #4711", { kind: "status", target: pool, ...sandbox }],
  ["—prod open 4711", { kind: "open", target: pool, ...production }],
  ["open 4711 –sandbox", { kind: "open", target: pool, ...sandbox }],
  ["production open 4711 prod", { kind: "open", target: pool, ...production }],
  [
    "open “Shoes pool 1”",
    { kind: "open", target: { kind: "name", name: "Shoes pool 1" }, ...sandbox },
  ],
  ["open ‘prod shoes’", { kind: "open", target: { kind: "name", name: "prod shoes" }, ...sandbox }],
  ["open shoes", { kind: "open", target: { kind: "name", name: "shoes" }, ...sandbox }],
  ["open this", { kind: "open", target: { kind: "this" }, ...sandbox }],
  ["go req-7f3k", { kind: "open", target: { kind: "request", code: "REQ-7F3K" }, ...sandbox }],
  ["status", { kind: "status", target: { kind: "mine" }, ...sandbox }],
  ["ps all", { kind: "status", target: { kind: "all" }, ...sandbox }],
  ["ls", { kind: "list", what: "pools", search: null, ...sandbox }],
  ["list requests", { kind: "list", what: "requests", search: null, ...sandbox }],
  ["find red shoes prod", { kind: "list", what: "pools", search: "red shoes", ...production }],
  [
    "list projects “Shoes &amp; bags”",
    { kind: "list", what: "projects", search: "Shoes & bags", ...sandbox },
  ],
  ["results 4711", { kind: "results", target: pool, ...sandbox }],
  ["download pool 4711 prod", { kind: "results", target: pool, ...production }],
  ["kill 4711", { kind: "pause", target: pool, why: null, ...sandbox }],
  [
    "pause 4711 the crowd’s answers — all wrong",
    { kind: "pause", target: pool, why: "the crowd’s answers — all wrong", ...sandbox },
  ],
  ["me", { kind: "whoami", ...sandbox }],
  [
    "status <https://acme.slack.com/archives/C0123AB/p1700000000123456?thread_ts=1699999999.000100&amp;cid=C0123AB>",
    {
      kind: "status",
      target: {
        kind: "message",
        channelId: "C0123AB",
        ts: "1700000000.123456",
        threadTs: "1699999999.000100",
      },
      ...sandbox,
    },
  ],
];

/** Every wording that people were promised, kept here a second time. */
const promised: { readonly [verb: string]: readonly string[] } = {
  menu: [],
  help: ["?", "how"],
  new: ["create", "make", "add", "start new"],
  tasks: ["upload", "add tasks", "feed"],
  check: ["validate", "lint", "dry-run", "dry run", "test"],
  cost: ["estimate", "price", "quote", "how much"],
  open: ["request", "launch", "publish", "submit", "go"],
  status: ["show", "info", "progress", "ps", "how is"],
  list: ["ls", "find"],
  results: ["export", "download", "get"],
  pause: ["stop", "close", "halt", "kill"],
  whoami: ["me"],
};

describe("the command line", () => {
  test("has the verbs and aliases that were promised, and offers no other", () => {
    expect(Object.fromEntries(verbs.map(({ name, aliases }) => [name, aliases]))).toEqual(promised);
  });

  test.each(understood)("understands %j", (text, command) => {
    expect(parseCommand(text)).toEqual(command);
  });

  test("knows every verb, every alias and every example of the verb table", () => {
    const needsPool = (usage: string): string => (usage.includes("<pool>") ? " 4711" : "");
    const read = verbs.flatMap((verb) =>
      [verb.name, ...verb.aliases].map((word) => [
        verb.name,
        parseCommand(`${word.toUpperCase()}${needsPool(verb.usage)}`).kind,
      ]),
    );
    expect(read).toEqual(read.map(([name]) => [name, name]));
    const examples = verbs.flatMap((verb) => verb.examples.map((line) => [verb.name, line]));
    expect(
      examples.map(([, line]) => [parseCommand(String(line).replace("/toloka", "")).kind, line]),
    ).toEqual(examples);
  });

  test("takes no word for two verbs", () => {
    const words = verbs.flatMap((verb) => [verb.name, ...verb.aliases]);
    const all = [...words, ...laterWords, ...decidingWords];
    expect(all.filter((word, index) => all.indexOf(word) !== index)).toEqual([]);
  });

  test.each(laterWords)("says that %s is not available in this version", (word) => {
    expect(parseCommand(`${word} 4711 prod`)).toEqual({
      kind: "refused",
      environment: "production",
      refusal: {
        understood: `You want to use ${word}.`,
        wrong: `${word} is not available in this version.`,
        next: "Type /toloka help for everything that is.",
        suggestion: "/toloka help",
      },
    });
  });

  test("sends approvers to the card", () => {
    expect(parseCommand("approve REQ-7F3K")).toEqual({
      kind: "refused",
      environment: "sandbox",
      refusal: {
        understood: "You want to approve a request.",
        wrong: "Approving happens on the card, and so does denying; no command does it.",
        next: "Find the request in its channel and press Approve or Deny there.",
        suggestion: "/toloka list requests",
      },
    });
  });

  test("reads a command of the greatest length and refuses a longer one", () => {
    const longest = `pause 4711 ${"x".repeat(longestCommand - 11)}`;
    expect([parseCommand(longest).kind, parseCommand(`${longest}x`).kind]).toEqual([
      "pause",
      "refused",
    ]);
  });
});

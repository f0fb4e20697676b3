import { expect, test } from "vitest";
import { answerMessage } from "../../blocks/answer.ts";
import { answers } from "../../playground/gallery/answers.ts";
import { pool, run } from "../../playground/gallery/samples.ts";
import type { Answer } from "../../src/domain/answer.ts";
import { verbs } from "../../src/domain/verbs.ts";
import { buttonsOf, textsOf } from "./shown.ts";

const time =
  "<!date^1795795200^{date_short_pretty} {time}|2026-11-27 16:00 UTC> (2026-11-27 16:00 UTC)";
const lines = (answer: Answer) => textsOf(answerMessage(answer)).join("\n").split("\n");

test("the environment stands in the first line of every answer", () => {
  const without = Object.values(answers)
    .filter((answer) => !/SANDBOX|PRODUCTION/.test(lines(answer)[0] ?? ""))
    .map((answer) => answer.type);
  expect(without).toEqual([]);
});

test("a refusal has three parts, a command that works, and the request id", () => {
  expect(lines(answers.refused)).toEqual([
    "*[SANDBOX]* *I understood:* the verb opne",
    "*What is wrong:* I do not know it",
    "*What to do:* Type it again",
    "Try `/toloka open 4711`",
    "request id `337d68d1`",
  ]);
});

test("help without a verb lists every verb, and only those", () => {
  const usages = lines({ type: "help", environment: "sandbox", verb: null }).flatMap(
    (line) => /^• `([^`]+)`/.exec(line)?.[1] ?? [],
  );
  expect(usages).toEqual(
    verbs.map((verb) => verb.usage.replaceAll("<", "&lt;").replaceAll(">", "&gt;")),
  );
});

test("help on a verb or its alias has two examples", () => {
  const expected = [
    "*[SANDBOX]* `/toloka open &lt;pool&gt;`",
    "Asks for approval to open a pool; the pool opens only after a click on the card.",
    "For example `/toloka open 4711`",
    "For example `/toloka open 4711 production`",
    "Also: `request`, `launch`, `publish`, `submit`, `go`",
  ];
  expect([
    lines(answers.help),
    lines({ type: "help", environment: "sandbox", verb: "Launch" }),
  ]).toEqual([expected, expected]);
});

test("the status of an open pool can be read and stopped", () => {
  const shown = answerMessage(answers.status);
  expect([textsOf(shown), buttonsOf(shown)]).toEqual([
    [
      `*[SANDBOX]* pool 4711 “Shoes pool 1” · *OPEN*\n$0.02 a suite · 3 tasks a suite · 3 tasks, 1 of them golden · closing time ${time}, in 1 day 3 h`,
      "project 12345 · not followed by a run of this bot · <https://toloka.example/pool/4711?a=1&amp;b=2|on Toloka's page>",
    ],
    ["Pause"],
  ]);
});

test("a check names errors before warnings, and what passed", () => {
  expect(lines(answers.check)).toEqual([
    "*[SANDBOX]* check of pool 4711 “Shoes pool 1”: *cannot be opened like this*",
    "3 tasks, 1 of them golden · $0.02 a suite · 3 tasks a suite",
    "• *Error* empty-pool: There are no tasks.",
    "• *Warning* no-filter: Everybody may answer.",
    "Planned *$0.052* with fee · at most *$0.052* · 2 suites to pay",
    "Of this, workers $0.04, fee $0.012: 30 % as configured, at least $0.005 a suite",
    "Balance $1.00 · after this $0.948",
    "Passed: price-floor. Nothing was changed.",
  ]);
});

test("who asks for results is told which pool's they are and where they come", () => {
  expect(lines(answers.gathering)).toEqual([
    "*[SANDBOX]* *Gathering the results* of pool 4711 “Shoes pool 1”. They come into <https://acme.slack.com/archives/C0LABELS01/p1700000000000100|the thread of its card> in <#C0LABELS01>.",
  ]);
  expect(lines({ ...answers.gathering, workspaceUrl: "" })).toEqual([
    "*[SANDBOX]* *Gathering the results* of pool 4711 “Shoes pool 1”. They come into the thread of its card in <#C0LABELS01>.",
  ]);
});

test("the menu starts things in each environment and shows drafts and running runs with their buttons", () => {
  const starts = ["New run", "New project", "New pool", "Add tasks", "Pools", "Requests"];
  expect(buttonsOf(answerMessage(answers.menu))).toEqual([
    ...starts,
    ...starts,
    "Resume",
    "Delete",
    "Pause",
  ]);
});

test("a long list stays within a message and says how many are missing", () => {
  const pools = Array.from({ length: 300 }, (_, index) => ({
    pool: { ...pool, id: String(index) },
    leftMs: 1,
  }));
  const shown = lines({ ...answers.pools, pools, more: true });
  expect([shown.length, shown.at(-1)]).toEqual([
    22,
    "and 280 more at least; search with `/toloka list pools &lt;text&gt;`.",
  ]);
});

test("many drafts are cut, not refused by Slack", () => {
  const drafts = Array.from({ length: 80 }, (_, version) => run({ status: "draft", version }));
  const shown = answerMessage({ ...answers.menu, drafts, running: drafts });
  expect(textsOf(shown)).toContain("and 75 more: `/toloka status mine`");
  expect(shown.blocks.length).toBeLessThanOrEqual(50);
});

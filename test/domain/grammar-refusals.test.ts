import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Command } from "../../src/domain/command.ts";
import { editDistance } from "../../src/domain/edit-distance.ts";
import { parseCommand } from "../../src/domain/grammar.ts";
import { verbByWord, verbs } from "../../src/domain/verbs.ts";

const wordsAndSuggestion = (command: Command): readonly [string, string | null] | string =>
  command.kind === "refused"
    ? [command.refusal.wrong, command.refusal.suggestion]
    : `understood as ${command.kind}`;

const refusals: readonly (readonly [string, string, string])[] = [
  ["opne 4711", "I do not know opne.", "/toloka open 4711"],
  ["opne 4711 prodd", "I do not know opne.", "/toloka open 4711 prod"],
  ["open 4711 prodd", "I do not know what to do with prodd.", "/toloka open 4711 prod"],
  ["porduction open 4711", "I do not know porduction.", "/toloka production open 4711"],
  ["open thsi", "I do not know thsi.", "/toloka open this"],
  ["new pol", "I do not know pol.", "/toloka new pool"],
  ["list poolz prod", "I do not know poolz.", "/toloka list pools production"],
  ["status mien", "I do not know mien.", "/toloka status mine"],
  ["how mch 4711", "I do not know how mch.", "/toloka how much 4711"],
  ["add taks 4711", "I do not know add taks.", "/toloka add tasks 4711"],
  ["help opne", "There is no command opne.", "/toloka help open"],
  ["help extend", "extend is not available in this version.", "/toloka help"],
  ["frobnicate", "I do not know frobnicate.", "/toloka help"],
  ["4711", "I do not know 4711.", "/toloka status 4711"],
  ["REQ-7F3K prod", "I do not know REQ-7F3K.", "/toloka status REQ-7F3K production"],
  ["open", "It needs a pool.", "/toloka list pools"],
  ["open -4711", "A pool number is never negative.", "/toloka open 4711"],
  ["open −4711", "A pool number is never negative.", "/toloka open 4711"],
  ["open 0", "There is no pool 0.", "/toloka list pools"],
  ["open 007", "A pool number has only digits and does not start with 0.", "/toloka open 7"],
  ["open 47x11", "A pool number has only digits and does not start with 0.", "/toloka list pools"],
  ["open 9999999999999999999", "A pool number has at most 18 digits.", "/toloka list pools"],
  ["open 4711 4712", "I do not know what to do with 4712.", "/toloka open 4711"],
  ["open red shoes", "I do not know what to do with shoes.", '/toloka open "red shoes"'],
  ['open "red shoes', "The quote is not closed.", '/toloka open "red shoes"'],
  ['open ""', "The name in quotes is empty.", "/toloka list pools"],
  [
    "open REQ-0OI1",
    "A request code is REQ- and four letters or digits, never 0, O, 1, I, L or U.",
    "/toloka list pools",
  ],
  ["open <#C0123|label>", "That is a channel, not a pool.", "/toloka list pools"],
  ["open <@U0123|anna>", "That is a person or a group, not a pool.", "/toloka list pools"],
  [
    "open https://evil.example/archives/C01/p1700000000123456",
    "That link does not lead to a Slack message.",
    "/toloka list pools",
  ],
  [
    "open https://platform.toloka.ai/requester/project/1/pool/4711",
    "I do not read links to Toloka's page.",
    "/toloka open 4711",
  ],
  [
    "check shoes.csv",
    "That is a file, not a pool; files are given in the tasks form.",
    "/toloka list pools",
  ],
  [
    "open 4711 sandbox prod",
    "One command works in one environment, sandbox or production.",
    "/toloka open 4711",
  ],
  ["whoami now", "I do not know what to do with now.", "/toloka whoami"],
  [
    "open 47\u000011",
    "Control characters are not allowed, because they can hide what a command does.",
    "/toloka help",
  ],
  [
    "open \u202e1174",
    "Control characters are not allowed, because they can hide what a command does.",
    "/toloka help",
  ],
  ["x".repeat(501), "A command has at most 500 characters.", "/toloka new"],
];

const isWorking = (suggestion: string | null): boolean =>
  suggestion !== null && parseCommand(suggestion.replace(/^\/toloka ?/u, "")).kind !== "refused";

/** Words of the table long enough to be recognised with one edit. */
const offered = [...verbByWord.keys()].filter((word) => word.length > 1);

const letter = fc.constantFrom(..."abcdefghijklmnopqrstuvwxyz");

/** One insertion, deletion, replacement or swap of neighbours in a word of the table. */
const typo = fc
  .tuple(fc.constantFrom(...offered), fc.nat(), letter, fc.constantFrom(0, 1, 2, 3))
  .map(([word, place, other, kind]) => {
    const at = place % word.length;
    const [head, tail] = [word.slice(0, at), word.slice(at)];
    const edits = [
      head + other + tail,
      head + tail.slice(1),
      head + other + tail.slice(1),
      head + tail.slice(1, 2) + tail.slice(0, 1) + tail.slice(2),
    ];
    return { word, typed: edits[kind] ?? word };
  });

describe("a command that is refused", () => {
  test.each(refusals)(
    "%j is refused in words with something to copy",
    (text, wrong, suggestion) => {
      expect(wordsAndSuggestion(parseCommand(text))).toEqual([wrong, suggestion]);
    },
  );

  test("500 typos are each answered with a verb at one edit", () => {
    let checked = 0;
    fc.assert(
      fc.property(typo, ({ word, typed }) => {
        const command = parseCommand(`${typed} 4711`);
        // An edit can happen to make another valid wording, or a word that comes later.
        fc.pre(command.kind === "refused" && command.refusal.next.startsWith("Did you mean"));
        fc.pre(command.kind === "refused" && !command.refusal.next.includes("version"));
        checked += 1;
        const meant =
          command.kind === "refused"
            ? (/^Did you mean (.+)\?$/u.exec(command.refusal.next)?.[1] ?? "")
            : "";
        const firstWords = typed.split(" ");
        const distances = firstWords.map((_, index) =>
          editDistance(firstWords.slice(0, index + 1).join(" "), meant),
        );
        return [word, ...verbByWord.keys()].includes(meant) && Math.min(...distances) === 1;
      }),
      { numRuns: 500, seed: 20261123 },
    );
    expect(checked).toBe(500);
  });

  test("a typo that is near to one verb only is always recognised", () => {
    const single = verbs
      .flatMap((verb) => [verb.name, ...verb.aliases])
      .filter((w) => w.length > 4);
    const missed = single
      .map((word) => `${word.slice(0, -2)}${word.slice(-1)}${word.slice(-2, -1)}`)
      .filter((word) => !verbByWord.has(word))
      .filter((word) => !JSON.stringify(parseCommand(`${word} 4711`)).includes("Did you mean"));
    expect(missed).toEqual([]);
  });

  test("no text makes the parser throw, and every suggestion works", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...verbByWord.keys(),
        "prod",
        "--sandbox",
        "4711",
        '"',
        "“x y”",
        "this",
        "-3",
      ),
      fc.string({ unit: "binary", maxLength: 8 }),
      typo.map(({ typed }) => typed),
    );
    const text = fc.oneof(
      fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(" ")),
      fc.string({ unit: "binary", maxLength: 600 }),
    );
    fc.assert(
      fc.property(text, (command) => {
        const read = parseCommand(command);
        return read.kind !== "refused" || isWorking(read.refusal.suggestion);
      }),
      { numRuns: 3_000 },
    );
    expect(refusals.map(([, , suggestion]) => isWorking(suggestion))).not.toContain(false);
  });
});

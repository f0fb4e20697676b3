import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { resultsLines } from "../../blocks/thread/results-lines.ts";
import { threadMessage } from "../../blocks/thread-message.ts";
import { validateMessage } from "../../emulators/slack/block-kit/validate-message.ts";
import { results } from "../../playground/gallery/results-samples.ts";
import { card, stored } from "../../playground/gallery/samples.ts";
import type { Results } from "../../src/domain/results/results.ts";
import { noSuites, type SuiteCounts } from "../../src/domain/results/summary.ts";
import { hostileText } from "./poison.ts";

/** The quick start's results, but with these suites. */
const withSuites = (suites: Partial<SuiteCounts>, differing: Partial<Results> = {}): Results => ({
  ...results,
  suites: { ...results.suites, ...suites },
  ...differing,
});
const say = (told: Results, by: string | null = null): string[] => resultsLines(told, by);
/** The lines that are not those of the quick start's results. */
const news = (told: Results, by: string | null = null): string[] =>
  say(told, by).filter((line) => !say(results).includes(line));

const fields = (...names: readonly string[]) =>
  names.map((field) => ({ field, share: 1, tasks: 3 }));

describe("results are told", () => {
  test("when all came in: answers, money, approval, agreement, files", () => {
    expect(say(results)).toEqual([
      "*Results:* 6 answers to 3 of 3 tasks from 2 workers.",
      "*Paid:* $0.052 for 2 accepted suites, with a fee of 30 % as configured, at least $0.005 a suite.",
      "*Approved:* $0.052 planned, at most $0.052.",
      "*Agreement:* result 83 % (3 tasks with two answers or more) · about $0.008667 an answer.",
      "*Below:* every answer (raw), and the most frequent answer to each task (majority; ties are marked). Workers are numbered, not named.",
    ]);
  });

  test("while people still work: what is there so far, and what is still to come", () => {
    const told = withSuites(
      { accepted: 1, active: 1, workers: 1, paidMicros: 26_000 },
      { isInterim: true, answers: 3, agreement: [] },
    );
    expect(say(told)).toEqual([
      "*Results so far:* 3 answers to 3 tasks from 1 worker.",
      "*Paid:* $0.026 for 1 accepted suite, with a fee of 30 % as configured, at least $0.005 a suite.",
      "*Approved:* $0.052 planned, at most $0.052. 1 suite of 2 is still to come.",
      "Other suites: 1 still in a worker's hands.",
      "about $0.008667 an answer.",
      say(results).at(-1),
    ]);
  });

  test("when nothing came in: that there are no answers and no files", () => {
    const told = {
      ...results,
      ...{ suites: noSuites, answers: 0, tasks: 0, agreement: [], files: null },
    };
    expect(say(told)).toEqual([
      "*Results:* no answer that counts has come in.",
      "*Paid:* nothing.",
      "*Approved:* $0.052 planned, at most $0.052. 2 suites of 2 did not come in.",
      "There is nothing to put into a file.",
    ]);
    expect(say({ ...told, isInterim: true }).at(0)).toBe(
      "*Results so far:* no answer that counts has come in.",
    );
  });

  test("with all work rejected: that it came in, does not count and is not paid", () => {
    const told = withSuites(
      { accepted: 0, rejected: 2, workers: 0, paidMicros: 0 },
      { answers: 0, tasks: 0, agreement: [] },
    );
    expect(say(told)).toEqual([
      "*Results:* no answer that counts has come in (rejected work does not).",
      "*Paid:* nothing.",
      "*Approved:* $0.052 planned, at most $0.052.",
      "Other suites: 2 rejected (not paid).",
      "*Below:* every answer (raw). Workers are numbered, not named.",
    ]);
    expect(say({ ...told, files: null }).at(-1)).toBe(
      "*Next:* download the answers on Toloka's page: there are too many for a file here.",
    );
  });

  test.each<[string, Partial<SuiteCounts>, string]>([
    [
      "some of it accepted",
      { accepted: 1, submitted: 1, paidMicros: 26_000, waitingMicros: 26_000 },
      "*Paid:* $0.026 for 1 accepted suite · $0.026 more once 1 suite that waits for review is accepted",
    ],
    [
      "none of it accepted",
      { accepted: 0, submitted: 2, paidMicros: 0, waitingMicros: 52_000 },
      "*Paid:* nothing so far · $0.052 more once 2 suites that wait for review are accepted",
    ],
  ])(
    "with work that waits for its review as money to come, not as missing: %s",
    (_, suites, money) => {
      expect(news(withSuites(suites))).toEqual([
        `${money}, with a fee of 30 % as configured, at least $0.005 a suite.`,
      ]);
    },
  );

  test("with every other kind of suite by its number, and only kinds that there are", () => {
    const told = withSuites({
      ...{ accepted: 1, paidMicros: 52_000 },
      ...{ rejected: 1, skipped: 2, expired: 3, active: 4, other: 5_000 },
    });
    expect(say(told).filter((line) => line.startsWith("Other"))).toEqual([
      "Other suites: 1 rejected (not paid), 2 skipped, 3 ran out of time, 4 still in a worker's hands, 5,000 in a status that I do not know.",
    ]);
    expect(news(withSuites({ expired: 1 }))).toEqual(["Other suites: 1 ran out of time."]);
  });

  test.each<[string, number, boolean, string]>([
    ["one that did not come in", 3, false, " 1 suite of 3 did not come in."],
    ["many that did not come in", 6_002, false, " 6,000 suites of 6,002 did not come in."],
    ["one still to come", 3, true, " 1 suite of 3 is still to come."],
    ["many still to come", 7, true, " 5 suites of 7 are still to come."],
    ["as many as planned", 2, true, ""],
    ["more than planned", 1, false, " 1 suite more than planned came in."],
    ["many more than planned", 0, false, " 2 suites more than planned came in."],
  ])("beside the suites that were approved: %s", (_, suites, isInterim, why) => {
    const signed = { plannedMicros: 52_000, worstMicros: 60_000, suites, tasks: 3 };
    const line = `*Approved:* $0.052 planned, at most $0.06.${why}`;
    expect(say({ ...results, isInterim, signed })).toContain(line);
    // Work that was judged came in, whatever the judgement.
    for (const kind of ["submitted", "rejected"] as const) {
      expect(say(withSuites({ accepted: 1, [kind]: 1 }, { isInterim, signed }))).toContain(line);
    }
    for (const kind of ["skipped", "expired", "active", "other"] as const) {
      expect(say(withSuites({ [kind]: 9 }, { isInterim, signed }))).toContain(line);
    }
  });

  test.each<[string, number, number, boolean, string]>([
    ["all of them", 6_000, 6_000, false, "6,000 of 6,000 tasks"],
    ["some of them", 1_500, 6_000, false, "1,500 of 6,000 tasks"],
    ["the only one", 1, 1, false, "1 of 1 task"],
    ["more than were approved", 6_001, 6_000, false, "6,001 tasks"],
    ["more than the only one", 2, 1, false, "2 tasks"],
    ["so far", 1_500, 6_000, true, "1,500 tasks"],
  ])("beside the tasks that were approved: %s", (_, tasks, approved, isInterim, words) => {
    const signed = { plannedMicros: 52_000, worstMicros: 60_000, suites: 2, tasks: approved };
    const [head] = say({ ...results, answers: 12_000, tasks, isInterim, signed });
    expect(head?.slice(head.indexOf("12,000"))).toBe(`12,000 answers to ${words} from 2 workers.`);
  });

  test("without an upper bound where none was approved", () => {
    const signed = { plannedMicros: 52_000, worstMicros: null, suites: 2, tasks: 3 };
    expect(news({ ...results, signed })).toEqual(["*Approved:* $0.052 planned, no upper bound."]);
  });

  test("without a word of approval where nobody approved the pool", () => {
    const [, money, , agreement, files] = say(results);
    expect(say({ ...results, signed: null })).toEqual([
      ...["*Results:* 6 answers to 3 tasks from 2 workers.", money, agreement, files],
    ]);
  });

  test("with five fields by name and the number of the others", () => {
    const seven = fields("a", "b", "c", "d", "e", "f", "g");
    const told = "a 100 % (3 tasks with two answers or more)";
    const line = (agreement: Results["agreement"]) => news({ ...results, agreement }).join("\n");
    const five = ["a", "b", "c", "d", "e"].map((name) => told.replace("a", name)).join(", ");
    expect([line(seven), line(seven.slice(0, 6)), line(seven.slice(0, 5))]).toEqual([
      `*Agreement:* ${five}, and 2 more fields · about $0.008667 an answer.`,
      `*Agreement:* ${five}, and 1 more field · about $0.008667 an answer.`,
      `*Agreement:* ${five} · about $0.008667 an answer.`,
    ]);
  });

  test("with one task and free work in the right words", () => {
    const agreement = [{ field: "result", share: 0.5, tasks: 1 }];
    const told = withSuites({ paidMicros: 0 }, { agreement });
    expect(say(told)).toContain("*Agreement:* result 50 % (1 task with two answers or more).");
  });

  test.each([
    [1, 100],
    [0.9996, 99],
    [0.995, 99],
    [0.99, 99],
    [0.985, 99],
    [0.984, 98],
    [5 / 6, 83],
    [1 / 3, 33],
  ])("with agreement of %f as %i percent: it is 100 only where all agree", (share, percent) => {
    const [line] = news({ ...results, agreement: [{ field: "result", share, tasks: 4 }] });
    expect(line).toMatch(new RegExp(`^\\*Agreement:\\* result ${percent} %`));
  });

  test("with the way to Toloka's page where there are too many answers for a file", () => {
    const told = { ...results, answers: 200_001, tasks: null, agreement: [], files: null };
    expect(say(told).at(0)).toBe("*Results:* 200,001 answers from 2 workers.");
    expect(say(told).at(-1)).toBe(
      "*Next:* download the answers on Toloka's page: there are too many for a file here.",
    );
  });

  test("with the name of the person who asked, in the last line", () => {
    expect(news(results, "UOLGA")).toEqual(["Asked for by <@UOLGA>."]);
    expect(say(results, "UOLGA").at(-1)).toBe("Asked for by <@UOLGA>.");
  });
});

/** Our own bold words and the one who asked; everything else in a line is foreign or plain. */
const own = /^\*(?:Results|Paid|Approved|Agreement|Below):\*|^Asked for by <@UOLGA>\.$/g;

test("a field's name can neither mention, link, format nor begin a line", () => {
  const names = fc.array(hostileText, { minLength: 1, maxLength: 7 });
  fc.assert(
    fc.property(names, (list) => {
      const told = { ...results, agreement: fields(...list) };
      const lines = say(told, "UOLGA");
      expect(lines).toHaveLength(6);
      const bare = lines.map((line) => line.replace(own, ""));
      for (const line of bare) {
        expect(line).not.toMatch(/[<>*`~\n\r\0]|&(?!(?:amp|lt|gt);)|:white_check_mark:/u);
        expect(line).not.toMatch(/(?<![\p{L}\p{N}])_|[\p{Cf}\p{Default_Ignorable_Code_Point}]/u);
        expect(line.isWellFormed()).toBe(true);
      }
      // Sixty characters a name, five of them escaped at worst.
      expect(Math.max(...bare.map(({ length }) => length))).toBeLessThan(2_000);
      const shown = threadMessage(card(), stored({ type: "results", by: "UOLGA", results: told }));
      expect(validateMessage(shown)).toEqual([]);
    }),
    { numRuns: 200 },
  );
});

test.each(["<!channel>", "U1> <!here", "*x*"])("whoever asked as %j is not mentioned", (by) => {
  expect(say(results, by).at(-1)).not.toMatch(/<|>|\*/);
});

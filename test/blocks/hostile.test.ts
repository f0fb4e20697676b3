import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerMessage } from "../../blocks/answer.ts";
import { denyForm } from "../../blocks/deny-form.ts";
import { directNotice } from "../../blocks/direct-notice.ts";
import { runCard } from "../../blocks/run-card.ts";
import { runForm } from "../../blocks/run-form.ts";
import { messageForm, skeletonForm } from "../../blocks/skeleton-form.ts";
import { threadMessage } from "../../blocks/thread-message.ts";
import { validateMessage } from "../../emulators/slack/block-kit/validate-message.ts";
import { validateModal } from "../../emulators/slack/block-kit/validate-modal.ts";
import { answers } from "../../playground/gallery/answers.ts";
import { events, notices } from "../../playground/gallery/events.ts";
import {
  card,
  cost,
  facts,
  friday,
  projectBody,
  report,
  request,
  run,
  stored,
  trouble,
} from "../../playground/gallery/samples.ts";
import { draftPages, runKinds, runStatuses } from "../../src/domain/run.ts";
import { hostileText, poisoned } from "./poison.ts";

const texts = fc.array(hostileText, { minLength: 5, maxLength: 30 });
const runs = { numRuns: 25 };

/** Everything that Slack draws; ids and values are never drawn. */
const drawn = (value: unknown, key = ""): { text: string; markup: boolean }[] => {
  if (["value", "private_metadata", "block_id", "action_id"].includes(key)) return [];
  if (typeof value === "string") return [{ text: value, markup: false }];
  if (Array.isArray(value)) return value.flatMap((item) => drawn(item, key));
  if (typeof value !== "object" || value === null) return [];
  const markup = "type" in value && value.type === "mrkdwn";
  return Object.entries(value).flatMap(([name, item]) =>
    drawn(item, name).map((found) => ({
      ...found,
      markup: found.markup || (markup && name === "text"),
    })),
  );
};

/** Marked-up texts in which Slack would link addresses and names by itself. */
const linking = (value: unknown): number => {
  if (typeof value !== "object" || value === null) return 0;
  const own = "type" in value && value.type === "mrkdwn" && !("verbatim" in value) ? 1 : 0;
  return Object.values(value).reduce((sum: number, item) => sum + linking(item), own);
};

const ownTokens =
  /<!date\^\d+\^\{date_short_pretty\} \{time\}\|[\d :UTC-]+>|<https:\/\/toloka\.example\/pool\/4711\?a=1&amp;b=2\|on Toloka's page>/g;
/** Formatting inside code marks, and underscores inside words, mean nothing to Slack. */
const codeSpans = /`[^`\n]*`/g;
const forgeries =
  /[<>`]|&(?!(?:amp|lt|gt);)|[*~]forged[*~]|(?<![\p{L}\p{N}])_forged_(?![\p{L}\p{N}])|\nforged|:white_check_mark:/u;

const forged = (value: unknown): string[] =>
  drawn(value)
    .filter(
      ({ text, markup }) =>
        /[\p{Cf}\p{Default_Ignorable_Code_Point}]/u.test(text) ||
        !text.isWellFormed() ||
        (markup && forgeries.test(text.replace(ownTokens, "").replace(codeSpans, ""))),
    )
    .map(({ text }) => text.slice(0, 300));

const expectSafeMessage = (message: { text: string; blocks: unknown[] }): void => {
  expect({
    complaints: validateMessage(message),
    forged: forged(message.blocks),
    linking: linking(message.blocks),
    mentions: message.text.match(/[<>]/g),
    text: message.text.length > 0 && message.text.length <= 3000,
  }).toEqual({ complaints: [], forged: [], linking: 0, mentions: null, text: true });
};

const expectSafeModal = (view: unknown): void => {
  expect({ complaints: validateModal(view), forged: forged(view) }).toEqual({
    complaints: [],
    forged: [],
  });
};

const decision = { userId: "UANNA", at: friday, entitlement: "listed", reason: "no" };
const full = {
  ...{ report, trouble, projectBody, openedAt: friday, closedAt: friday, closeReason: "MANUAL" },
  ...{ approval: decision, denial: decision, pausedBy: "UOLGA" },
};

describe("whatever people and Toloka write, Slack takes the message and nothing is forged", () => {
  test.each(runStatuses)("on the card of a run that is %s", (status) => {
    fc.assert(
      fc.property(texts, (list) => {
        expectSafeMessage(runCard(poisoned(card({ ...full, status }), list)));
        expectSafeMessage(runCard(poisoned(card({ ...full, status, request: null }), list)));
      }),
      runs,
    );
  });

  test.each(Object.values(events))("in the thread, told of $type", (event) => {
    fc.assert(
      fc.property(texts, (list) => {
        expectSafeMessage(threadMessage(poisoned(card(full), list), stored(poisoned(event, list))));
      }),
      runs,
    );
  });

  test.each(Object.values(notices))("in the notice $type", (notice) => {
    fc.assert(
      fc.property(texts, (list) => expectSafeMessage(directNotice(poisoned(notice, list)))),
      runs,
    );
  });

  test.each(Object.values(answers))("in the answer $type", (answer) => {
    fc.assert(
      fc.property(texts, (list) => expectSafeMessage(answerMessage(poisoned(answer, list)))),
      runs,
    );
  });

  const typed = {
    start: { project: "1", project_source: "new" },
    project: { public_name: "n", public_instructions: "i", input_fields: "f", view: "v" },
    pool: { private_name: "n", overlap: "3", will_expire: "1", languages: ["RU"], quality: ["x"] },
    tasks: { pool: "1", lines: "l", overlap: "2" },
    review: { reason: "r" },
  };
  const more = {
    environments: ["sandbox", "production"] as const,
    projectLabel: "Shoes",
    poolLabel: "Shoes pool",
    notes: { public_name: "note", overlap: "note", project: "note", pool: "note", reason: "note" },
    cost,
    balanceMicros: -1,
    findings: [{ name: "n", level: "error" as const, message: "m" }],
  };
  test.each(draftPages)("on the form's page %s, for each kind of run", (page) => {
    fc.assert(
      fc.property(texts, fc.boolean(), (list, checking) => {
        for (const kind of runKinds) {
          const changes = { ...full, page, kind, input: typed, request: null };
          for (const poolId of [null, "4711"]) {
            const poisonedRun = poisoned(run({ ...changes, poolId }), list);
            expectSafeModal(runForm(poisonedRun, poisoned(facts({ ...more, checking }), list)));
          }
        }
      }),
      runs,
    );
  });

  test("in the small forms", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expectSafeModal(skeletonForm(text, text));
        expectSafeModal(messageForm(text, text));
        expectSafeModal(denyForm({ runId: "run-1", version: 7, poolName: text }));
      }),
      { numRuns: 100 },
    );
  });

  test("with a thousand of everything", () => {
    const many = <Item>(item: Item): Item[] => Array.from({ length: 1000 }, () => item);
    const long = "<!channel> & `*forged*` ".repeat(200);
    const finding = { name: long, level: "warning", message: long } as const;
    const approvers = { users: many("UANNA"), groups: many("SLEADS") };
    const big = {
      ...report,
      badRows: 1000,
      problemCount: 1000,
      mapping: many({ column: long, meaning: long }),
      notes: many(long),
      firstProblems: many({ row: 1, column: long, rule: long, value: long, hint: long }),
    };
    const bigRequest = { ...request, reason: long, warnings: many(finding) };
    const bigEvent = {
      ...events.requested,
      ...{ by: long, warnings: many(finding), mention: many(long), mentionGroups: many(long) },
    };
    expectSafeModal(runForm(run({ page: "report", report: big }), facts()));
    expectSafeModal(runForm(run({ page: "review" }), facts({ findings: many(finding) })));
    expectSafeMessage(
      threadMessage(card({ ownerId: long }), stored({ type: "void", differing: many(long) })),
    );
    expectSafeMessage(threadMessage(card({}, { approvers: null }), stored(bigEvent)));
    expectSafeMessage(
      answerMessage({ ...answers.check, findings: many(finding), passed: many(long) }),
    );
    expectSafeMessage(
      answerMessage({ ...answers.requests, runs: many(run({ poolName: long, ownerId: long })) }),
    );
    const shown = runCard(card({ request: bigRequest }, { approvers }));
    expect([validateMessage(shown), JSON.stringify(shown).match(/<@UANNA>/g)]).toEqual([[], null]);
  });
});

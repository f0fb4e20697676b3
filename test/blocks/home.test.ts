import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { answerForm } from "../../blocks/answer.ts";
import { homeView } from "../../blocks/home/home-view.ts";
import { closesIn, howLongAgo } from "../../blocks/home/how-long.ts";
import { cardAddress } from "../../blocks/link.ts";
import { validateHome } from "../../emulators/slack/block-kit/validate-home.ts";
import { validateModal } from "../../emulators/slack/block-kit/validate-modal.ts";
import { answers } from "../../playground/gallery/answers.ts";
import {
  busyHome,
  crowdedHome,
  emptyHome,
  hoursOn,
  listOf,
} from "../../playground/gallery/home-samples.ts";
import { friday, run } from "../../playground/gallery/samples.ts";
import type { Home, HomeBalance } from "../../src/domain/home.ts";
import { markupIn } from "../support/requests.ts";
import { hostileText, poisoned } from "./poison.ts";
import { buttonsOf, textsOf } from "./shown.ts";

const said = (home: Home): string => JSON.stringify(homeView(home));
const headings = (home: Home): string[] =>
  homeView(home).blocks.flatMap((block) =>
    block.type === "header" && "text" in block ? [block.text?.text ?? ""] : [],
  );
const withBalance = (balance: HomeBalance): string =>
  textsOf(
    homeView(emptyHome({ environments: [{ environment: "sandbox", mayStart: true, balance }] })),
  )[0] ?? "";

describe("the Home tab", () => {
  test.each([0, 1, 5, 20, 500])(
    "with %i runs in each list keeps Slack's limits and says how many there are",
    (total) => {
      const home = crowdedHome(total, "&".repeat(80));
      const view = homeView(home);
      expect(validateHome(view)).toEqual([]);
      expect(view.blocks.length).toBeLessThanOrEqual(60);
      const expected = [
        "Waiting for you",
        "Your drafts",
        "Your requests",
        "Running",
        "Finished this week",
      ];
      expect(headings(home)).toEqual(
        total === 0 ? ["Labels from Toloka's crowd"] : expected.map((each) => `${each} (${total})`),
      );
      const rest = textsOf(view).filter((text) => text.startsWith("and "));
      expect(rest).toEqual(
        total <= 5
          ? []
          : [
              `and ${total - 5} more: \`/toloka list requests\``,
              `and ${total - 5} more: \`/toloka status mine\``,
              `and ${total - 8} more: \`/toloka status mine\``,
              `and ${total - 5} more: \`/toloka status all\``,
              `and ${total - 8} more: \`/toloka status all\``,
            ],
      );
    },
  );

  test("puts what waits for the person before everything else, and money first of all", () => {
    const texts = textsOf(homeView(busyHome()));
    expect(texts[0]).toContain("*[SANDBOX]* practice, no real money · balance *$120.00*");
    expect(texts[1]).toContain("*[PRODUCTION]* real people, real money · balance *$42.50*");
    expect(texts[2]).toContain("“Shoes, batch 14” · REQ-7F3K · planned *$0.052* with fee");
    expect(headings(busyHome())[0]).toBe("Waiting for you (1)");
  });

  test("offers no decision: the button leads to the card", () => {
    expect(said(busyHome())).toContain('"url":"https://acme.slack.com/archives/C1/p11"');
    expect(said(busyHome())).not.toMatch(/"action_id":"(?:approve|deny)"/);
  });

  test("a button of a draft and of an open pool is the card's own, with its question", () => {
    const view = homeView(busyHome());
    expect(buttonsOf(view).slice(0, 2)).toEqual(["Resume", "Delete"]);
    const pause = said(busyHome()).match(/"action_id":"pause"[^}]*/)?.[0] ?? "";
    expect(pause).toContain('\\"run\\":\\"run-1\\"');
    expect(said(busyHome())).toContain("Pause the pool?");
  });

  test.each([
    [{ kind: "hidden" }, /^\*\[SANDBOX\]\* practice, no real money$/],
    [{ kind: "asking" }, /balance: asking Toloka …$/],
    [{ kind: "known", micros: 1, at: friday }, /balance \*\$0\.000001\*, <!date/],
    [{ kind: "silent", at: friday }, /balance not known: Toloka did not answer, <!date/],
  ] as const)("says of the balance that it is %o", (balance, words) => {
    expect(withBalance(balance)).toMatch(words);
  });

  test("offers nothing where the policy lets nobody ask, and says so", () => {
    const home = busyHome({
      environments: [{ environment: "production", mayStart: false, balance: { kind: "hidden" } }],
    });
    expect(said(home)).toContain("nothing can be asked for: the policy names no approvers");
    expect(said(home)).not.toContain('"action_id":"new_run"');
  });

  test("the first visit has one primary button, and it starts a run in the sandbox", () => {
    const primary = said(emptyHome()).match(
      /"action_id":"\w+","value":"[^}]*}","style":"primary"/g,
    );
    expect(primary).toEqual([
      '"action_id":"new_run","value":"{\\"environment\\":\\"sandbox\\"}","style":"primary"',
    ]);
  });

  test.each(["guest", "stranger", "bot", "deactivated"] as const)(
    "has only words for a %s",
    (who) => {
      const view = homeView({ kind: "outsider", who });
      expect(validateHome(view)).toEqual([]);
      expect(textsOf(view).join()).toContain("Only full members may spend or stop spending here.");
      expect(said({ kind: "outsider", who })).not.toContain("button");
    },
  );

  test("names the groups that Slack did not tell", () => {
    expect(textsOf(homeView(emptyHome({ unreadGroups: ["SLEADS"] }))).join()).toContain(
      "Slack did not say who is in <!subteam^SLEADS>",
    );
  });
});

describe("whatever people and Toloka write, Slack takes the Home and nothing is forged", () => {
  const forgery =
    /<!(?:channel|here)|<@UEVIL|<!subteam\^SEVIL|<http:\/\/evil|\*forged\*|\nforged|\n\*\[PROD|:white_check_mark:/;
  /** Formatting inside code marks means nothing to Slack. */
  const forged = (blocks: unknown): string[] =>
    markupIn(blocks).filter((text) => forgery.test(text.replace(/`[^`\n]*`/g, "")));
  const busy = busyHome();
  const texts = fc.array(hostileText, { minLength: 5, maxLength: 30 });
  const lists = ["waiting", "drafts", "requests", "running", "finished"] as const;
  test("in each of its lists", () => {
    fc.assert(
      fc.property(texts, (list) => {
        const hostile = Object.fromEntries(lists.map((name) => [name, poisoned(busy[name], list)]));
        const home = { ...busy, ...hostile, unreadGroups: list.slice(0, 3) };
        const view = homeView(home);
        expect(validateHome(view)).toEqual([]);
        expect(forged(view.blocks)).toEqual([]);
      }),
      { numRuns: 40 },
    );
  });

  test.each(Object.values(answers))("in the window of the answer $type", (answer) => {
    fc.assert(
      fc.property(texts, (list) => {
        const view = answerForm(poisoned(answer, list));
        expect(validateModal(view)).toEqual([]);
        expect(forged(view.blocks)).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });
});

describe("times on a Home", () => {
  test.each([
    [-1, "is past its closing time"],
    [0, "closes in less than an hour"],
    [0.99, "closes in less than an hour"],
    [1, "closes in 1 h"],
    [47.9, "closes in 47 h"],
    [48, "closes in 2 days"],
  ])("a pool that closes %d hours on %s", (hours, words) => {
    expect(closesIn(hoursOn(hours), friday)).toBe(words);
  });

  test.each([
    [-1, "less than an hour ago"],
    [3, "3 h ago"],
    [100, "4 days ago"],
  ])("%d hours back is %s", (hours, words) => {
    expect(howLongAgo(friday, hoursOn(hours))).toBe(words);
  });
});

describe("the way to a card", () => {
  const url = "https://acme.slack.com/";
  test.each([
    [url, run(), "https://acme.slack.com/archives/C1/p11"],
    [url, run({ rootTs: null }), null],
    ["", run(), null],
    ["http://acme.slack.com/", run(), null],
    [url, run({ channelId: "C1|x> <@U1" }), null],
    [url, run({ channelId: "" }), null],
  ])("%s %#", (workspaceUrl, about, address) => {
    expect(cardAddress(workspaceUrl, about)).toBe(address);
  });

  test("is a link on a line", () => {
    const line = textsOf(homeView(busyHome({ requests: listOf([{}]) }))).find((text) =>
      text.startsWith("•"),
    );
    expect(line).toContain("<https://acme.slack.com/archives/C1/p11|see the card>");
  });
});

import { answerForm } from "../../../blocks/answer.ts";
import { homeView } from "../../../blocks/home/home-view.ts";
import { runForm } from "../../../blocks/run-form.ts";
import type { Home } from "../../../src/domain/home.ts";
import { draftPages } from "../../../src/domain/run.ts";
import { answers } from "../answers.ts";
import { type Exhibit, home, modal, type Section } from "../exhibit.ts";
import { busyHome, crowdedHome, emptyHome, hoursOn, listOf } from "../home-samples.ts";
import { full, nothingYet } from "../run-samples.ts";
import { cost, facts, friday, request, run } from "../samples.ts";

const shown = (name: string, known: Home): Exhibit => home(name, homeView(known));

const sandbox = { environment: "sandbox", mayStart: true, balance: { kind: "hidden" } } as const;
const production = { ...sandbox, environment: "production" } as const;
const shut = { ...production, mayStart: false } as const;
const open = { status: "open" } as const;
const boundless = { ...request, cost: { ...cost, worstWithFeeMicros: null } };

const asking = { page: "start", channelId: "", rootTs: null } as const;

/** What stands on the Home tab, and what a press on it opens. */
export const homeSections: readonly Section[] = [
  {
    title: "Home: the first visit, and nobody's",
    exhibits: [
      shown("the first visit", emptyHome()),
      shown("the first visit, both environments", emptyHome({ environments: [sandbox, shut] })),
      shown("the first visit, production alone", emptyHome({ environments: [production] })),
      shown("no key", emptyHome({ environments: [] })),
      ...(["guest", "stranger", "bot", "deactivated"] as const).map((who) =>
        shown(who, { kind: "outsider", who }),
      ),
    ],
  },
  {
    title: "Home: a busy week",
    exhibits: [
      shown("everything", busyHome()),
      shown(
        "Toloka is asked",
        busyHome({ environments: [{ ...sandbox, balance: { kind: "asking" } }] }),
      ),
      shown(
        "Toloka is silent, a group cannot be read",
        busyHome({
          environments: [{ ...sandbox, balance: { kind: "silent", at: friday } }],
          unreadGroups: ["SLEADS"],
        }),
      ),
      shown("more than is shown", crowdedHome(500)),
    ],
  },
  {
    title: "Home: odd ends",
    exhibits: [
      shown(
        "no cards yet, no address",
        busyHome({
          workspaceUrl: "",
          waiting: listOf([{ request: boundless }, { request: null }]),
          requests: listOf([{ status: "denied", ...full, rootTs: null }, { status: "denied" }]),
        }),
      ),
      shown(
        "drafts by page",
        emptyHome({
          now: hoursOn(50),
          drafts: listOf(
            draftPages
              .slice(0, 5)
              .map((page) => ({ ...nothingYet, page, updatedAt: hoursOn(page.length) })),
          ),
        }),
      ),
      shown(
        "running, by time",
        emptyHome({
          running: listOf([
            { ...open, willExpire: hoursOn(-1) },
            { ...open, willExpire: hoursOn(0.5), pausedBy: "UOLGA" },
            { ...open, willExpire: hoursOn(70) },
            { ...open, ...nothingYet, status: "open", poolId: "4711" },
          ]),
          finished: listOf([{ status: "closed", closedAt: null, closeReason: null }]),
        }),
      ),
    ],
  },
  {
    title: "What a press on the Home opens",
    exhibits: [
      modal("a list", answerForm(answers.pools)),
      modal("a refusal", answerForm(answers.refused)),
      modal("an answer about no environment", answerForm(answers.whoami)),
      modal("a new run asks for its channel", runForm(run({ ...nothingYet, ...asking }), facts())),
      modal(
        "the channel is kept",
        runForm(run({ ...nothingYet, ...asking, input: { start: { post_in: "C1" } } }), facts()),
      ),
    ],
  },
];

import { expect, test } from "vitest";
import { directNotice } from "../../blocks/direct-notice.ts";
import { threadMessage } from "../../blocks/thread-message.ts";
import { events, notices } from "../../playground/gallery/events.ts";
import { card, stored } from "../../playground/gallery/samples.ts";
import type { RunEvent } from "../../src/domain/event.ts";
import { buttonsOf, textsOf } from "./shown.ts";

const time =
  "<!date^1795795200^{date_short_pretty} {time}|2026-11-27 16:00 UTC> (2026-11-27 16:00 UTC)";
const say = (event: RunEvent) => textsOf(threadMessage(card(), stored(event))).join("\n");

test("each event is told with what it means first and what to do next", () => {
  const told = Object.fromEntries(Object.values(events).map((event) => [event.type, say(event)]));
  expect(told).toEqual({
    "step-done": "Pool 4711 was created. It stays closed until an opening is approved.",
    "problems-file":
      "*12 problems in “shoes.csv”.* The file beside this message lists them all: row, column, rule, value, hint.\n*Next:* correct the rows and upload again, or leave them out in the form.",
    ready:
      "*Ready:* 3 tasks in the pool, read back from Toloka and equal to what was sent. The pool is closed.\nContent `d1d1d1d1`",
    requested: `*Approval wanted:* <!subteam^SLEADS>, <@UANNA>, please decide on the card above (REQ-7F3K).\n3 tasks · 2 answers each · 3 tasks a suite · $0.02 a suite · closes ${time}\nPlanned *$0.052* with fee · at most *$0.052* · 2 suites to pay\nOf this, workers $0.04, fee $0.012: 30 % as configured, at least $0.005 a suite\nBalance $120.00 · after this $119.948\nChecks:\n• *Warning* no-filter: Everybody may answer.\nRequested by <@URITA>: Batch 14\nPlan \`9c41e2aa\`: an approval counts for exactly this content.`,
    approved:
      "*Approved* by <@UANNA>: named in the policy.\nPlan `9c41e2aa`. It opens after a last look at Toloka.",
    denied:
      "*Denied* by <@UANNA>: Too expensive for a trial\n*Next:* <@URITA>, change what is asked for and request again from the card.",
    "expired-request":
      "*Request REQ-7F3K expired:* nobody decided in time. Nothing was opened.\n*Next:* <@URITA>, request again from the card.",
    void: "*The request is void:* the plan changed after it was made. <@URITA>, nothing was opened.\nChanged: `reward_per_assignment`.\n*Next:* look at the change, then request again from the card.",
    "not-requested":
      "*No approval was asked for.* <@URITA>, the pool cannot be opened as it is:\nToloka refused: the pool has no tasks.\n*Next:* Add tasks to it, then ask again.\ncode `EMPTY_POOL` · request id `337d68d1`",
    "not-opened":
      "*Approved, but not opened.* <@URITA>, this is why:\nToloka refused: the pool has no tasks.\n*Next:* Add tasks to it, then ask again.\ncode `EMPTY_POOL` · request id `337d68d1`",
    opened: `*The pool is open*, confirmed by Toloka. Opened ${time}.\noperation \`57068\` · balance $120.00`,
    "opened-outside": `*This pool was opened outside this bot* (Toloka's page or another key), ${time}. <@URITA>, no approval was given here.\n*Next:* pause it if nobody meant to open it.`,
    reopened: `*Open again after an edit outside this bot*, ${time}: its 15 minutes were over, or somebody opened it. <@URITA>, what it buys may have changed.\n*Next:* see \`/toloka status\`; pause it if it should stay closed.`,
    expiring: `*Closes in less than 4 h*, ${time}. <@URITA>, answers that are missing then stay missing.\n*Next:* let it close, or move the closing time on Toloka's page.`,
    closed: `*The pool is closed.* All answers are in.\n*Next:* Nothing to do; the results come into the thread.\nThe results follow here once nobody holds a suite any more.\nClosed ${time}.`,
    results:
      "*Results:* 6 answers to 3 of 3 tasks from 2 workers.\n*Paid:* $0.052 for 2 accepted suites, with a fee of 30 % as configured, at least $0.005 a suite.\n*Approved:* $0.052 planned, at most $0.052.\n*Agreement:* result 83 % (3 tasks with two answers or more) · about $0.008667 an answer.\n*Below:* every answer (raw), and the most frequent answer to each task (majority; ties are marked). Workers are numbered, not named.",
    "no-results":
      "*The results could not be read.* <@URITA>, this is why:\nToloka refused: the pool has no tasks.\n*Next:* Add tasks to it, then ask again.\ncode `EMPTY_POOL` · request id `337d68d1`",
    pausing:
      "*Pausing:* <@UOLGA> closes the pool; waiting for Toloka to confirm it.\n*Reason:* Too many wrong answers",
    "toloka-silent": `*Toloka does not answer* since ${time}. This run waits; nothing is lost, and I go on by myself when it is back.\n*Next:* nothing to do. code \`NO_ANSWER\``,
    "toloka-back": `*Toloka answers again.* It was silent from ${time}; I go on.`,
    waiting: `*Waiting for Toloka's quota:* I go on by myself at ${time}.\n*Next:* nothing to do. code \`TOO_MANY_REQUESTS\``,
    "needs-human":
      "*Stopped.* <@URITA>, a person must look:\nToloka refused: the pool has no tasks.\n*Next:* Add tasks to it, then ask again.\ncode `EMPTY_POOL` · request id `337d68d1`",
  });
});

test("results that could not be read are told to who asked for them, else to the run's owner", () => {
  const told = ["UOLGA", null].map((by) => say({ ...events["no-results"], by }).split("\n")[0]);
  expect(told).toEqual([
    "*The results could not be read.* <@UOLGA>, this is why:",
    "*The results could not be read.* <@URITA>, this is why:",
  ]);
});

test("an opening behind the bot's back can be stopped where it is told", () => {
  const shown = threadMessage(card(), stored(events["opened-outside"]));
  expect([shown.text, buttonsOf(shown)]).toEqual([
    "[SANDBOX] Shoes pool 1: the pool was opened outside this bot",
    ["Pause"],
  ]);
});

test("each notice is told in full", () => {
  const told = Object.values(notices).map((notice) => {
    const shown = directNotice(notice);
    return [shown.text, ...textsOf(shown)];
  });
  expect(told).toEqual([
    [
      "Your file is checked: shoes.csv",
      "*“shoes.csv” is checked:* 3 good, 1 bad row. Nothing was sent.\n*Next:* press Resume to look at the result and go on.",
    ],
    [
      "Your request was denied: Shoes pool 1",
      "*Your request to open “Shoes pool 1” was denied* by <@UANNA>: Too expensive\n*Next:* change what is asked for, then press Request again on the run's card.",
    ],
    [
      "A pool closes soon: Shoes pool 1",
      `*“Shoes pool 1” closes soon:* ${time}.\n*Next:* let it close, or move the closing time on Toloka's page.`,
    ],
    [
      "I cannot post in a channel: Shoes pool 1",
      "*I cannot post about “Shoes pool 1” in its channel* (C1): Slack says `not_in_channel`.\n*Next:* invite me there with `/invite`; what was missed is told then.",
    ],
    [
      "Toloka does not answer: sandbox",
      `*Toloka (sandbox) does not answer* since ${time}. I cannot see 1 open pool of yours: “Shoes pool 1”.\n*Next:* nothing to do; the crowd may be working on. I tell what happened when Toloka is back. code \`NO_ANSWER\``,
    ],
    [
      "Toloka answers again: sandbox",
      `*Toloka (sandbox) answers again.* It was silent from ${time}; what happened is told in the threads.`,
    ],
    [
      "A run is stopped and needs you: Shoes pool 1",
      "*“Shoes pool 1” is stopped* and needs you.\nToloka refused: the pool has no tasks.\n*Next:* Add tasks to it, then ask again.\ncode `EMPTY_POOL` · request id `337d68d1`",
    ],
  ]);
});

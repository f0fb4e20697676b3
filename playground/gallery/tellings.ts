import type { Refusal } from "../../src/domain/refusal.ts";

/** A refusal by an outage or a fault, and Toloka's request id where there is one. */
type Telling = {
  readonly name: string;
  readonly refusal: Refusal;
  readonly requestId: string | null;
};

const telling = (
  name: string,
  [understood, wrong, next]: readonly [string, string, string],
  more: { readonly suggestion?: string; readonly requestId?: string } = {},
): Telling => ({
  name,
  refusal: { understood, wrong, next, suggestion: more.suggestion ?? null },
  requestId: more.requestId ?? null,
});

const something = "You asked me for something";

/** What people are told when Toloka, Slack or the bot itself fails. */
export const tellings: readonly Telling[] = [
  telling("Toloka does not answer", [
    "Open pool 4711 (sandbox)",
    "Toloka did not answer as it should (NO_ANSWER). Nothing was changed.",
    "Try again in a minute.",
  ]),
  telling(
    "Toloka refuses",
    [
      "Open pool 4711 (sandbox)",
      "Toloka refused: the account has too little money for this pool.",
      "Top up the Toloka account, then ask again.",
    ],
    { requestId: "337d68d1" },
  ),
  telling(
    "there is no such pool",
    [
      "Status of pool 4799 (sandbox)",
      "There is no pool 4799 in sandbox.",
      "Check the number; pools of the other environment need its word in the command.",
    ],
    { suggestion: "/toloka list pools", requestId: "337d68d1" },
  ),
  telling("no key", [
    "Open pool 4711 (production)",
    "There is no Toloka key for production in this installation.",
    "Leave the word production out to work in the sandbox, or ask whoever runs this bot.",
  ]),
  telling("Slack does not open a form", [
    "Open a form",
    "Slack did not let me open it (expired_trigger_id): a form must open within three seconds.",
    "Try again. What was typed before is kept as a draft: /toloka lists it.",
  ]),
  telling("nothing was recorded", [
    something,
    "I could not record it in time, so nothing was recorded and nothing was approved.",
    "Do it again in a moment. If it stays, tell whoever runs this bot.",
  ]),
  telling("nobody knows whether it was recorded", [
    something,
    "My database did not confirm in time, so I cannot say whether it was recorded.",
    "Look at the run's card before you do it again: it shows what was recorded.",
  ]),
  telling("it failed", [
    something,
    "It failed on my side before I could answer, so I cannot say whether it was recorded.",
    "Look at the run's card, then try again. If it stays, tell whoever runs this bot.",
  ]),
];

import { expect, test } from "vitest";
import { validateHome } from "../../../../emulators/slack/block-kit/validate-home.ts";
import { validateMessage } from "../../../../emulators/slack/block-kit/validate-message.ts";
import { validateModal } from "../../../../emulators/slack/block-kit/validate-modal.ts";
import { cards, common, messageOnly, modalOnly } from "./good-blocks.ts";
import { modalFields } from "./good-elements.ts";
import {
  actions,
  button,
  chart,
  divider,
  home,
  input,
  type Json,
  long,
  message,
  modal,
  plain,
  section,
  times,
} from "./samples.ts";

const named = (blocks: Json[]): [string, Json][] =>
  blocks.map((block) => [JSON.stringify(block).slice(0, 60), block]);

test.each(named([...common, ...cards, ...messageOnly]))("Slack posts %s", (_start, block) => {
  expect(validateMessage(message(block))).toEqual([]);
});

test.each(named([...common, ...modalOnly, ...modalFields.map((one) => input(one))]))(
  "Slack opens a modal with %s",
  (_start, block) => {
    expect(validateModal(modal([block]))).toEqual([]);
  },
);

test.each(named([...common, ...cards]))("Slack publishes a Home view with %s", (_start, block) => {
  expect(validateHome(home([block]))).toEqual([]);
});

test("Slack opens a modal with every member at its limit", () => {
  const view = modal(
    times(100, (i) => section({ block_id: `b${i}` })),
    {
      title: plain(long(24)),
      submit: plain(long(24)),
      close: plain(long(24)),
      private_metadata: long(3000),
      callback_id: long(255),
      external_id: long(255),
      clear_on_close: true,
      notify_on_close: false,
    },
  );
  expect(validateModal(view)).toEqual([]);
});

test("Slack opens a modal without a submit button when it asks nothing", () => {
  expect(validateModal(modal([divider], { submit: undefined }))).toEqual([]);
});

test("Slack takes the same action id in two blocks, and the focus once", () => {
  const same = button({ action_id: "a" });
  const focused = input({ type: "plain_text_input", action_id: "a", focus_on_load: true });
  expect(validateModal(modal([actions(same), actions(same), focused]))).toEqual([]);
});

test("Slack publishes a Home view with every member at its limit", () => {
  const view = home(
    times(100, () => divider),
    { private_metadata: long(3000), callback_id: "", external_id: long(255) },
  );
  expect(validateHome(view)).toEqual([]);
});

const goodMessages: [what: string, message: Json][] = [
  ["40,000 characters of text", { text: long(40_000) }],
  ["50 blocks without text", { blocks: times(50, () => divider) }],
  ["an empty text above blocks", { text: "", blocks: [divider] }],
  ["no blocks below text, which removes them", { text: "a", blocks: [] }],
  ["a reply", { text: "a", thread_ts: "1700000000.000100" }],
  ["arguments of the method", { text: "a", channel: "C01", unfurl_links: false }],
  ["100 attachments", { attachments: times(100, () => ({ color: "#36a64f", blocks: [divider] })) }],
  [
    "a legacy attachment",
    {
      attachments: [
        {
          fallback: "a",
          footer: long(300),
          ts: 1,
          fields: [{ title: "a", value: "b", short: true }],
        },
      ],
    },
  ],
  [
    "metadata of 8 KB",
    { text: "a", metadata: { event_type: "e", event_payload: { a: long(8192 - 43) } } },
  ],
  ["metadata with entities alone", { text: "a", metadata: { entities: [{}] } }],
  ["two charts", message(chart(), chart())],
];

test.each(goodMessages)("Slack posts a message with %s", (_what, given) => {
  expect(validateMessage(given)).toEqual([]);
});

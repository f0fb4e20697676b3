import type { types } from "@slack/bolt";
import type { ActionId } from "./ids.ts";
import { cutMarkup, mrkdwn, packLines, plain } from "./text.ts";

/** A message: what a notification shows, and the blocks. */
export type Message = { readonly text: string; readonly blocks: types.KnownBlock[] };

/** A message whose parts keep Slack's limits: 3,000 characters of text, 50 blocks. */
export const message = (text: string, blocks: readonly types.KnownBlock[]): Message => ({
  text: cutMarkup(text, 3000),
  blocks: blocks.slice(0, 50),
});

/** A paragraph of our own words. */
export const section = (text: string): types.SectionBlock => ({
  type: "section",
  text: mrkdwn(text),
});

/** A paragraph with a button at its right. */
export const sectionWith = (text: string, accessory: types.Button | null): types.SectionBlock =>
  accessory === null ? section(text) : { ...section(text), accessory };

/** A heading in large letters. */
export const header = (text: string): types.HeaderBlock => ({
  type: "header",
  text: plain(text, 150),
});

/** Lines as as few paragraphs as Slack's limit allows; none for no lines. */
export const sections = (lines: readonly string[]): types.SectionBlock[] =>
  packLines(lines).map(section);

/** Small grey text. */
export const context = (text: string): types.ContextBlock => ({
  type: "context",
  elements: [mrkdwn(text, 2000)],
});

/** Small grey text of foreign words. */
export const plainContext = (text: string): types.ContextBlock => ({
  type: "context",
  elements: [plain(text, 2000)],
});

export const divider: types.DividerBlock = { type: "divider" };

/** A row of buttons; no block at all without buttons. */
export const actionRow = (
  buttons: readonly types.Button[],
  blockId?: string,
): types.ActionsBlock[] =>
  buttons.length === 0
    ? []
    : [
        {
          type: "actions",
          ...(blockId === undefined ? {} : { block_id: blockId }),
          elements: buttons.slice(0, 25),
        },
      ];

/** What a button looks like besides its words. */
type ButtonOptions = { style?: "primary" | "danger"; confirm?: types.ConfirmationDialog };

/** A button; `value` is JSON text made in `ids.ts`. */
export const button = (
  text: string,
  actionId: ActionId,
  value: string,
  options: ButtonOptions = {},
): types.Button => ({
  type: "button",
  text: plain(text, 75),
  action_id: actionId,
  value,
  ...options,
});

/** A button that leads to an address in Slack. */
export const linkButton = (
  text: string,
  actionId: ActionId,
  url: string,
  options: Pick<ButtonOptions, "style"> = {},
): types.Button => ({
  type: "button",
  text: plain(text, 75),
  action_id: actionId,
  url,
  ...options,
});

/** The question before a click that spends, stops or throws away. */
export const confirm = (
  title: string,
  text: string,
  yes: string,
  no: string,
  style: "primary" | "danger",
): types.ConfirmationDialog => ({
  title: plain(title, 100),
  text: plain(text, 300),
  confirm: plain(yes, 30),
  deny: plain(no, 30),
  style,
});

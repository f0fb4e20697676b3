/**
 * One thing Slack would refuse in a message or a view.
 *
 * `pointer` is a JSON pointer into the request (`/view/blocks/0/text/text`, `/blocks/0/type`). `code` is
 * `failed_constraint` (the code of `blocks.validate`) when the shape is wrong; for the rules that Slack answers with
 * an error of their own it is that error (`no_text`, `msg_too_long`, `metadata_too_large`, ...). `message` is
 * Slack's sentence without the prefix, `constraint` names the rule that was broken (`max_length 24`).
 */
export type Complaint = {
  pointer: string;
  code: string;
  message: string;
  constraint?: string;
};

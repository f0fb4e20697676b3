import type { Rule } from "./rule.ts";
import { flag, string } from "./scalar-rules.ts";
import { anything, object, tagged } from "./shape-rules.ts";

const longest = 3000;

const plainShape = (max: number): Rule =>
  object({ type: anything, text: string(max) }, { emoji: flag });

const mrkdwnShape = (max: number): Rule =>
  object({ type: anything, text: string(max) }, { verbatim: flag });

/** A text object that is shown as it is, at most `max` characters. */
export const plainText = (max: number = longest): Rule => tagged({ plain_text: plainShape(max) });

/** A text object of either kind. */
export const anyText = (max: number = longest): Rule =>
  tagged({ plain_text: plainShape(max), mrkdwn: mrkdwnShape(max) });

/** The two kinds of text as they stand between pictures in a context block. */
export const textMembers: Readonly<Record<string, Rule>> = {
  plain_text: plainShape(longest),
  mrkdwn: mrkdwnShape(longest),
};

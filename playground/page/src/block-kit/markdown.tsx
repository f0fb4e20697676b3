import type { Directory } from "./host.ts";
import { Mrkdwn } from "./mrkdwn.tsx";

/** Markdown as Slack's markdown block takes it, in the forms that its text has most: turned into mrkdwn. */
const asMrkdwn = (text: string): string =>
  text
    .replace(/^#{1,6} +(.*)$/gm, "*$1*")
    .replace(/\*\*([^*\n]+)\*\*/g, "*$1*")
    .replace(/\[([^\]\n]+)\]\(([^)\s]+)\)/g, "<$2|$1>")
    .replace(/^[-*] +/gm, "• ")
    .replace(/^> ?/gm, "&gt; ");

/** A markdown block. */
export const Markdown = (props: { readonly text: string; readonly directory: Directory }) => (
  <Mrkdwn text={asMrkdwn(props.text)} directory={props.directory} />
);

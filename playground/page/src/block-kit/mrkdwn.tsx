import type { ComponentChildren } from "preact";
import { dateWords } from "./date-token.ts";
import { emojiNamed } from "./emoji.ts";
import type { Directory } from "./host.ts";

const decoded = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");

const Mention = ({ children }: { readonly children: ComponentChildren }) => (
  <span class="mention">{children}</span>
);

/** A link that leaves the page says so and takes nothing along. */
export const OutLink = (props: { readonly url: string; readonly children: ComponentChildren }) =>
  /^(?:https?|mailto|slack):/.test(props.url) ? (
    <a href={props.url} target="_blank" rel="noreferrer noopener">
      {props.children}
    </a>
  ) : (
    <span>{props.children}</span>
  );

/** What stands between angle brackets: a mention, a date, a link. */
const token = (inside: string, directory: Directory): ComponentChildren => {
  const [target = "", label] = inside.split(/\|(.*)/s);
  const user = /^@([UW]\w+)$/.exec(target)?.[1];
  if (user !== undefined) {
    const person = directory.users.find(({ id }) => id === user);
    return <Mention>@{person?.name ?? label ?? user}</Mention>;
  }
  const channel = /^#(C\w+)$/.exec(target)?.[1];
  if (channel !== undefined) {
    const found = directory.channels.find(({ id }) => id === channel);
    return <Mention>#{found?.name ?? label ?? channel}</Mention>;
  }
  const group = /^!subteam\^(S\w+)$/.exec(target)?.[1];
  if (group !== undefined) {
    const found = directory.groups.find(({ id }) => id === group);
    return <Mention>@{found?.handle ?? label ?? group}</Mention>;
  }
  const date = /^!date\^(\d+)\^([^^]+)(?:\^(.+))?$/.exec(target);
  if (date !== null) {
    const words = dateWords(Number(date[1]), date[2] ?? "", directory.viewer.tz, Date.now());
    return <time title={label}>{words ?? label ?? target}</time>;
  }
  if (/^!(?:here|channel|everyone)$/.test(target)) return <Mention>@{target.slice(1)}</Mention>;
  return <OutLink url={decoded(target)}>{decoded(label ?? target)}</OutLink>;
};

const marks = [
  { pattern: /(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/, Tag: "strong" },
  { pattern: /(?<![\w_])_(?=\S)([^_\n]*?\S)_(?![\w_])/, Tag: "em" },
  { pattern: /(?<![\w~])~(?=\S)([^~\n]*?\S)~(?![\w~])/, Tag: "s" },
] as const;

type Found = { readonly at: number; readonly length: number; readonly drawn: ComponentChildren };

const earliest = (found: readonly Found[]): Found | null =>
  found.toSorted((one, other) => one.at - other.at)[0] ?? null;

/** The first mention, date, link, address or emoji in a text. */
const firstToken = (text: string, directory: Directory): Found | null => {
  const found: Found[] = [];
  const angle = /<([^<>\n]+)>/.exec(text);
  if (angle !== null) {
    const drawn = token(angle[1] ?? "", directory);
    found.push({ at: angle.index, length: angle[0].length, drawn });
  }
  // Slack makes a link of an address that stands in a text, without the marks that end a sentence.
  const address = /\bhttps?:\/\/[^\s<>|]*[^\s<>|.,;:!?'")\]*_~`]/.exec(text);
  if (address !== null) {
    const url = decoded(address[0]);
    found.push({
      at: address.index,
      length: address[0].length,
      drawn: <OutLink url={url}>{url}</OutLink>,
    });
  }
  const emoji = /:([a-z0-9_+-]+):/.exec(text);
  const glyph = emojiNamed(emoji?.[1] ?? "");
  if (emoji !== null && glyph !== undefined) {
    found.push({ at: emoji.index, length: emoji[0].length, drawn: glyph });
  }
  return earliest(found);
};

/** The first thing in a text that is not plain. */
const first = (text: string, directory: Directory): Found | null => {
  const found: Found[] = [];
  const code = /`([^`\n]+)`/.exec(text);
  if (code !== null) {
    const drawn = <code>{decoded(code[1] ?? "")}</code>;
    found.push({ at: code.index, length: code[0].length, drawn });
  }
  const other = firstToken(text, directory);
  if (other !== null) found.push(other);
  for (const { pattern, Tag } of marks) {
    const match = pattern.exec(text);
    if (match === null) continue;
    const drawn = <Tag>{inline(match[1] ?? "", directory)}</Tag>;
    found.push({ at: match.index, length: match[0].length, drawn });
  }
  return earliest(found);
};

const inline = (text: string, directory: Directory, find = first): ComponentChildren[] => {
  const drawn: ComponentChildren[] = [];
  let rest = text;
  for (let found = find(rest, directory); found !== null; found = find(rest, directory)) {
    drawn.push(decoded(rest.slice(0, found.at)), found.drawn);
    rest = rest.slice(found.at + found.length);
  }
  return [...drawn, decoded(rest)];
};

/** Text whose marks are spent: only mentions, dates, links and emoji are left in it. */
export const withTokens = (text: string, directory: Directory): ComponentChildren[] =>
  inline(text, directory, firstToken);

/** Text in Slack's mrkdwn, with mentions, dates, links, emoji, code blocks and quotes. */
export const Mrkdwn = (props: { readonly text: string; readonly directory: Directory }) => {
  const { directory } = props;
  const parts = props.text.split(/```\n?([\s\S]*?)```\n?/);
  return (
    <>
      {parts.map((part, index) =>
        index % 2 === 1 ? (
          <pre key={`${index}`}>{decoded(part)}</pre>
        ) : (
          part.split(/(^(?:(?:&gt;|>) ?.*(?:\n|$))+)/m).map((piece, at) =>
            /^(?:&gt;|>)/.test(piece) ? (
              <blockquote key={`${index}.${at}`}>
                {inline(piece.replace(/^(?:&gt;|>) ?/gm, "").replace(/\n$/, ""), directory)}
              </blockquote>
            ) : (
              <span key={`${index}.${at}`} class="lines">
                {inline(piece, directory)}
              </span>
            ),
          )
        ),
      )}
    </>
  );
};

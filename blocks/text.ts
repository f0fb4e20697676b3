import type { types } from "@slack/bolt";
import { formatMicros, type Micros } from "../src/domain/money.ts";

/** Characters that show nothing or turn the reading direction: they hide or forge text. */
const invisible = /[\p{Cf}\p{Default_Ignorable_Code_Point}]/gu;
const controls = /[\p{Cc}--[\n\t]]/gv;
const nothing = "–";

/** Foreign text without invisible characters, direction controls and broken surrogates; lines are kept. */
export const clean = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, "\n").replace(invisible, "").replace(controls, " ");

/** Foreign text as one line, so that it cannot start a line of its own on a card. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, " ").trim();

/** Cuts to at most `max` UTF-16 units with an ellipsis, never inside a surrogate pair. */
export const cut = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const head = text.slice(0, max - 1);
  return `${/[\uD800-\uDBFF]$/.test(head) ? head.slice(0, -1) : head}…`;
};

const entity = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

/**
 * Makes foreign text harmless in mrkdwn: it can neither mention, link, nor imitate formatting, quotes or
 * emoji. Slack has no escape for its formatting signs, so they become look-alikes.
 */
export const escapeText = (text: string): string =>
  entity(
    oneLine(text)
      .replace(/^>+/, (signs) => "›".repeat(signs.length))
      .replaceAll("`", "ˋ")
      .replaceAll("*", "∗")
      .replaceAll("~", "∼")
      .replace(/(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, (signs) => "ˍ".repeat(signs.length))
      .replace(/:(?=[a-z0-9_+'-]+:)/gi, "∶"),
  );

/** Foreign text for mrkdwn, cut to `max` characters before escaping; a dash when nothing is left. */
export const short = (text: string, max: number): string =>
  escapeText(cut(oneLine(text), max)) || nothing;

/** A sentence of the domain without its asterisks: the names between them stand in quotation marks. */
export const unmarked = (text: string): string => text.replace(/\*([^*\n]+)\*/g, "“$1”");

/** The same for mrkdwn; a name in it can forge nothing. */
export const marked = (text: string, max: number): string => short(unmarked(text), max);

/** A foreign name in quotation marks; marks inside cannot close them. */
export const quoted = (text: string, max = 80): string =>
  `“${short(text.replace(/[“”„‟]/g, '"'), max)}”`;

/** Foreign text as it was found, between code marks. */
export const code = (text: string, max = 100): string => {
  const found = entity(cut(oneLine(text), max).replaceAll("`", "ˋ"));
  return found === "" ? "(empty)" : `\`${found}\``;
};

/** A plain_text object: Slack interprets nothing in it. */
export const plain = (text: string, max: number): types.PlainTextElement => {
  const kept = cut(clean(text), max);
  return { type: "plain_text", text: kept.trim() === "" ? nothing : kept, emoji: false };
};

/** Cuts our own markup without leaving half a token, half an entity or an open code mark. */
export const cutMarkup = (text: string, max: number): string => {
  if (text.length <= max) return text;
  const head = cut(text, max).slice(0, -1);
  const token = head.lastIndexOf("<");
  const whole = token > head.lastIndexOf(">") ? head.slice(0, token) : head;
  const open = whole.split("`").length % 2 === 0 ? whole.slice(0, whole.lastIndexOf("`")) : whole;
  return `${open.replace(/&[a-z]{0,3}$/, "")}…`;
};

/** A mrkdwn object of our own words; foreign parts are escaped by whoever put them in. */
export const mrkdwn = (text: string, max = 3000): types.MrkdwnElement => ({
  type: "mrkdwn",
  text: cutMarkup(text === "" ? nothing : text, max),
  verbatim: true,
});

/** Exact dollars: `$0.04`, `-$10.40`, `$23.322`. */
export const dollars = (micros: Micros): string => {
  const written = formatMicros(micros);
  return written.startsWith("-") ? `-$${written.slice(1)}` : `$${written}`;
};

/** `12,000`. */
export const count = (value: number): string => value.toLocaleString("en-US");

/** `1 row`, `12 rows`. */
export const counted = (value: number, one: string, many = `${one}s`): string =>
  `${count(value)} ${value === 1 ? one : many}`;

/** A mention of a person; anything that is not a Slack user id stays harmless text. */
export const mention = (userId: string): string =>
  /^[UW][A-Z0-9]{2,30}$/.test(userId) ? `<@${userId}>` : short(userId, 40);

/** A mention of a user group; anything that is not a group id stays harmless text. */
export const mentionGroup = (groupId: string): string =>
  /^S[A-Z0-9]{2,30}$/.test(groupId) ? `<!subteam^${groupId}>` : short(groupId, 40);

/** A mention of a channel; anything that is not a channel id stays harmless text. */
export const mentionChannel = (channelId: string): string =>
  /^[CGD][A-Z0-9]{2,30}$/.test(channelId) ? `<#${channelId}>` : short(channelId, 40);

/** At most `max` items, then `and 12 more`. */
export const several = (items: readonly string[], max: number): string => {
  const rest = items.length - max;
  return rest > 0 ? `${items.slice(0, max).join(", ")} and ${count(rest)} more` : items.join(", ");
};

/** Puts lines together into texts of at most `max` characters each; a longer line is cut. */
export const packLines = (lines: readonly string[], max = 2900): string[] => {
  const texts: string[] = [];
  for (const line of lines) {
    const kept = cutMarkup(line, max);
    const last = texts.at(-1);
    if (last !== undefined && last.length + 1 + kept.length <= max) {
      texts[texts.length - 1] = `${last}\n${kept}`;
    } else {
      texts.push(kept);
    }
  }
  return texts;
};

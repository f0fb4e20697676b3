import type { ComponentChildren } from "preact";
import { isObject, type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import { dateWords } from "./date-token.ts";
import { emojiNamed } from "./emoji.ts";
import type { Directory } from "./host.ts";
import { OutLink } from "./mrkdwn.tsx";

const styled = (part: JsonObject, content: ComponentChildren): ComponentChildren => {
  const style = isObject(part.style) ? part.style : {};
  let drawn = content;
  if (style.code === true) drawn = <code>{drawn}</code>;
  if (style.bold === true) drawn = <strong>{drawn}</strong>;
  if (style.italic === true) drawn = <em>{drawn}</em>;
  if (style.strike === true) drawn = <s>{drawn}</s>;
  return drawn;
};

const partOf = (part: JsonObject, directory: Directory): ComponentChildren => {
  switch (part.type) {
    case "text":
      return styled(part, textOf(part.text));
    case "link":
      return styled(
        part,
        <OutLink url={textOf(part.url)}>{textOf(part.text) || textOf(part.url)}</OutLink>,
      );
    case "emoji":
      return emojiNamed(textOf(part.name)) ?? `:${textOf(part.name)}:`;
    case "user":
      return (
        <span class="mention">
          @{directory.users.find(({ id }) => id === part.user_id)?.name ?? textOf(part.user_id)}
        </span>
      );
    case "channel":
      return (
        <span class="mention">
          #
          {directory.channels.find(({ id }) => id === part.channel_id)?.name ??
            textOf(part.channel_id)}
        </span>
      );
    case "usergroup":
      return (
        <span class="mention">
          @
          {directory.groups.find(({ id }) => id === part.usergroup_id)?.handle ??
            textOf(part.usergroup_id)}
        </span>
      );
    case "broadcast":
      return <span class="mention">@{textOf(part.range)}</span>;
    case "date": {
      const words = dateWords(
        Number(part.timestamp),
        textOf(part.format),
        directory.viewer.tz,
        Date.now(),
      );
      return <time>{words ?? textOf(part.fallback)}</time>;
    }
    case "color":
      return <code>{textOf(part.value)}</code>;
    default:
      return `[${textOf(part.type)}]`;
  }
};

const parts = (section: JsonObject, directory: Directory): ComponentChildren =>
  objectsOf(section.elements).map((part, index) => (
    <span key={`${index}`}>{partOf(part, directory)}</span>
  ));

/** The marks of lists in lists, by their indent. */
const listMarks = {
  ordered: ["decimal", "lower-alpha", "lower-roman"],
  bullet: ["disc", "circle", "square"],
} as const;

const RichList = (props: { readonly list: JsonObject; readonly directory: Directory }) => {
  const { list, directory } = props;
  const style = list.style === "ordered" ? "ordered" : "bullet";
  const indent = Number(list.indent ?? 0);
  const look = `margin-left: ${indent * 24}px; list-style-type: ${listMarks[style][indent % 3]}`;
  const items = objectsOf(list.elements).map((item, at) => (
    <li key={`${at}`} class="lines">
      {parts(item, directory)}
    </li>
  ));
  return style === "ordered" ? (
    <ol style={look} start={Number(list.offset ?? 0) + 1}>
      {items}
    </ol>
  ) : (
    <ul style={look}>{items}</ul>
  );
};

/** A rich text block: sections, lists, quotes and preformatted text. */
export const RichText = (props: { readonly block: JsonObject; readonly directory: Directory }) => {
  const { block, directory } = props;
  return (
    <div class="rich-text">
      {objectsOf(block.elements).map((section, index) => {
        const key = `${index}`;
        if (section.type === "rich_text_preformatted")
          return <pre key={key}>{parts(section, directory)}</pre>;
        if (section.type === "rich_text_quote")
          return <blockquote key={key}>{parts(section, directory)}</blockquote>;
        if (section.type === "rich_text_list")
          return <RichList key={key} list={section} directory={directory} />;
        return (
          <div key={key} class="lines">
            {parts(section, directory)}
          </div>
        );
      })}
    </div>
  );
};

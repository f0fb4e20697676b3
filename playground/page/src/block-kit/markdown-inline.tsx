import type { ComponentChildren } from "preact";
import { type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import type { Directory } from "./host.ts";
import { OutLink, withTokens } from "./mrkdwn.tsx";

const draw = (token: JsonObject, directory: Directory): ComponentChildren => {
  const inner = (): ComponentChildren => inlineOf(token.tokens, directory);
  switch (token.type) {
    case "strong":
      return <strong>{inner()}</strong>;
    case "em":
      return <em>{inner()}</em>;
    case "del":
      return <s>{inner()}</s>;
    case "codespan":
      return <code>{textOf(token.text)}</code>;
    case "html":
      return textOf(token.text);
    case "br":
      return <br />;
    case "link":
      return <OutLink url={textOf(token.href)}>{inner()}</OutLink>;
    // Slack makes a picture a link that says its description.
    case "image":
      return <OutLink url={textOf(token.href)}>{textOf(token.text) || textOf(token.href)}</OutLink>;
    case "checkbox":
      return (
        <span
          class={token.checked === true ? "task done" : "task"}
          role="img"
          aria-label={token.checked === true ? "Done" : "To do"}
        />
      );
    default:
      return Array.isArray(token.tokens) ? inner() : withTokens(textOf(token.text), directory);
  }
};

/** What stands inside a line of Markdown, from the tokens of the lexer; HTML is drawn as the text that it is. */
export const inlineOf = (tokens: unknown, directory: Directory): ComponentChildren =>
  objectsOf(tokens).map((token, index) => <span key={`${index}`}>{draw(token, directory)}</span>);

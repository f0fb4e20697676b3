import { type MarkedToken, marked, type Token } from "marked";
import type { ComponentChild } from "preact";
import { Absent } from "./absent.tsx";
import { OutLink } from "./out-link.tsx";
import { useTask } from "./task-context.ts";

const isKnown = (token: Token): token is MarkedToken => token.type !== "generic";

const entities: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&nbsp;": "\u00a0",
};

const plain = (text: string): string =>
  text.replace(/&(?:amp|lt|gt|quot|#39|nbsp);/g, (entity) => entities[entity] ?? entity);

const Picture = ({ url, alt }: { readonly url: string; readonly alt: string }) => {
  const shown = useTask().task.around.media(url);
  return shown === null ? (
    <Absent what="Picture" url={url} />
  ) : (
    <img class="tb-image" src={shown} alt={alt} />
  );
};

const headings = ["h3", "h4", "h5", "h6", "h6", "h6"] as const;

const Tokens = ({ tokens = [] }: { readonly tokens?: readonly Token[] | undefined }) => (
  <>
    {tokens.filter(isKnown).map((token, index) => (
      // The text is drawn anew as a whole; its pieces have no names of their own.
      <Piece key={`${token.type}-${index.toString()}`} token={token} />
    ))}
  </>
);

const Piece = ({ token }: { readonly token: MarkedToken }): ComponentChild => {
  switch (token.type) {
    case "heading": {
      const Heading = headings[token.depth - 1] ?? "h6";
      return (
        <Heading>
          <Tokens tokens={token.tokens} />
        </Heading>
      );
    }
    case "paragraph":
      return (
        <p>
          <Tokens tokens={token.tokens} />
        </p>
      );
    case "blockquote":
      return (
        <blockquote>
          <Tokens tokens={token.tokens} />
        </blockquote>
      );
    case "list": {
      const items = token.items.map((item, index) => (
        <li key={`${index.toString()}`}>
          <Tokens tokens={item.tokens} />
        </li>
      ));
      return token.ordered ? <ol start={Number(token.start) || 1}>{items}</ol> : <ul>{items}</ul>;
    }
    case "code":
      return (
        <pre>
          <code>{token.text}</code>
        </pre>
      );
    case "codespan":
      return <code>{token.text}</code>;
    case "strong":
      return (
        <strong>
          <Tokens tokens={token.tokens} />
        </strong>
      );
    case "em":
      return (
        <em>
          <Tokens tokens={token.tokens} />
        </em>
      );
    case "del":
      return (
        <del>
          <Tokens tokens={token.tokens} />
        </del>
      );
    case "link":
      return (
        <OutLink url={token.href}>
          <Tokens tokens={token.tokens} />
        </OutLink>
      );
    case "image":
      return <Picture url={token.href} alt={token.text} />;
    case "table":
      return (
        <div class="tb-table">
          <table>
            <thead>
              <tr>
                {token.header.map((cell) => (
                  <th key={cell.text}>
                    <Tokens tokens={cell.tokens} />
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {token.rows.map((row, index) => (
                <tr key={`${index.toString()}`}>
                  {row.map((cell, column) => (
                    <td key={`${column.toString()}`}>
                      <Tokens tokens={cell.tokens} />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      );
    case "hr":
      return <hr />;
    case "br":
      return <br />;
    case "text":
      return "tokens" in token && token.tokens !== undefined ? (
        <Tokens tokens={token.tokens} />
      ) : (
        plain(token.text)
      );
    case "escape":
      return plain(token.text);
    case "html":
      // Markup is shown as it was written: nothing of a config becomes markup of this page.
      return token.raw;
    default:
      return null;
  }
};

/** Markdown as elements; markup in it stays text, and links open nothing. */
export const Markdown = ({ text }: { readonly text: string }) => (
  <div class="tb-markdown">
    <Tokens tokens={marked.lexer(text)} />
  </div>
);

import { Lexer } from "marked";
import type { ComponentChildren } from "preact";
import { type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import type { Directory } from "./host.ts";
import { inlineOf } from "./markdown-inline.tsx";

const MarkdownTable = (props: { readonly token: JsonObject; readonly directory: Directory }) => {
  const { token, directory } = props;
  const rows = Array.isArray(token.rows) ? token.rows : [];
  const cells = (row: unknown, Tag: "th" | "td") =>
    objectsOf(row).map((cell, at) => (
      <Tag
        key={`${at}`}
        scope={Tag === "th" ? "col" : undefined}
        style={`text-align: ${textOf(cell.align) || "left"}`}
      >
        {inlineOf(cell.tokens, directory)}
      </Tag>
    ));
  return (
    <div class="table-place">
      <table>
        <thead>
          <tr>{cells(token.header, "th")}</tr>
        </thead>
        <tbody>
          {rows.map((row: unknown, at: number) => (
            <tr key={`${at}`}>{cells(row, "td")}</tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const List = (props: { readonly token: JsonObject; readonly directory: Directory }) => {
  const { token, directory } = props;
  const items = objectsOf(token.items).map((item, at) => (
    <li key={`${at}`} class={item.task === true ? "task-item" : undefined}>
      {drawAll(item.tokens, directory)}
    </li>
  ));
  return token.ordered === true ? <ol start={Number(token.start)}>{items}</ol> : <ul>{items}</ul>;
};

const draw = (token: JsonObject, directory: Directory): ComponentChildren => {
  switch (token.type) {
    case "space":
    case "def":
      return null;
    // Slack draws all levels of headings in one size.
    case "heading":
      return <h4>{inlineOf(token.tokens, directory)}</h4>;
    case "paragraph":
      return <p>{inlineOf(token.tokens, directory)}</p>;
    case "blockquote":
      return <blockquote>{drawAll(token.tokens, directory)}</blockquote>;
    case "code":
      return <pre>{textOf(token.text)}</pre>;
    case "hr":
      return <hr />;
    case "list":
      return <List token={token} directory={directory} />;
    case "table":
      return <MarkdownTable token={token} directory={directory} />;
    case "html":
      return <p>{textOf(token.text)}</p>;
    default:
      return inlineOf([token], directory);
  }
};

const drawAll = (tokens: unknown, directory: Directory): ComponentChildren =>
  objectsOf(tokens).map((token, at) => <Part key={`${at}`} token={token} directory={directory} />);

const Part = (props: { readonly token: JsonObject; readonly directory: Directory }) => (
  <>{draw(props.token, props.directory)}</>
);

/** A markdown block: GitHub's Markdown, a line's end being a line's end as in Slack. */
export const Markdown = (props: { readonly text: string; readonly directory: Directory }) => (
  <div class="markdown">
    {drawAll(new Lexer({ gfm: true, breaks: true }).lex(props.text), props.directory)}
  </div>
);

import type { ComponentChild } from "preact";
import { h } from "preact";

/** Elements of instructions that are drawn; the words of any other stand as they are. */
const drawn: ReadonlySet<string> = new Set(
  "b strong i em u s p br ul ol li h1 h2 h3 h4 h5 h6 hr blockquote code pre table thead tbody tr th td span div sub sup dl dt dd details summary".split(
    " ",
  ),
);
/** Elements whose words are no words for people. */
const silent: ReadonlySet<string> = new Set(["script", "style", "template", "noscript", "title"]);

const drawNode = (node: Node): ComponentChild => {
  if (node.nodeType === Node.TEXT_NODE) return node.textContent;
  if (!(node instanceof Element)) return null;
  const name = node.localName;
  if (silent.has(name)) return null;
  const inside = [...node.childNodes].map(drawNode);
  if (name === "img") {
    return (
      <em class="quiet-text">[picture: {node.getAttribute("alt") || node.getAttribute("src")}]</em>
    );
  }
  if (name === "a") return <u title={node.getAttribute("href") ?? ""}>{inside}</u>;
  return drawn.has(name)
    ? h(name, null, ...(name === "br" || name === "hr" ? [] : inside))
    : inside;
};

/**
 * A requester's HTML as words and plain elements: it is read by the browser's own parser, which runs nothing,
 * and no attribute of it gets onto the page.
 */
export const HtmlWords = (props: { readonly html: string }) => {
  const { body } = new DOMParser().parseFromString(props.html, "text/html");
  return <div class="html-words">{[...body.childNodes].map(drawNode)}</div>;
};

import { type ComponentChild, render } from "preact";

/** Draws a page into its place in the document. */
export const mount = (content: ComponentChild): void => {
  const place = document.getElementById("page");
  if (place === null) throw new Error("the document has no place for the page");
  render(content, place);
};

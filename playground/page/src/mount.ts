import { type ComponentChild, render } from "preact";
import { config } from "zod";

// The page's policy forbids code made of text, which zod would try.
config({ jitless: true });

/** Draws a page into its place in the document. */
export const mount = (content: ComponentChild): void => {
  const place = document.getElementById("page");
  if (place === null) throw new Error("the document has no place for the page");
  render(content, place);
};

import { type JsonObject, objectsOf, textOf } from "../ui/json.ts";
import type { Directory } from "./host.ts";
import { RichText } from "./rich-text.tsx";

/** What stands in a cell of a table: raw or rich text, or a number in the app's words. */
export const Cell = (props: { readonly content: JsonObject; readonly directory: Directory }) =>
  props.content.type === "rich_text" ? (
    <RichText block={props.content} directory={props.directory} />
  ) : (
    textOf(props.content.text)
  );

const wordsOf = (content: JsonObject): string =>
  content.type === "rich_text"
    ? objectsOf(content.elements).map(wordsOf).join(" ")
    : objectsOf(content.elements).map(wordsOf).join("") || textOf(content.text);

/** Which of two cells comes first: numbers by their value, words as people order them. */
export const compareCells = (one: JsonObject, other: JsonObject): number =>
  typeof one.value === "number" && typeof other.value === "number"
    ? one.value - other.value
    : wordsOf(one).localeCompare(wordsOf(other), "en", { numeric: true });

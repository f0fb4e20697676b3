import { isObject, type JsonObject, objectsOf, textOf } from "../json.ts";
import { type Reader, renderMrkdwn, unescaped } from "./mrkdwn.ts";
import { renderRichText } from "./rich-text.ts";

/** Blocks as lines of text, in reading order. Buttons and fields are shown in brackets. */
export function renderBlocks(blocks: JsonObject[], reader: Reader): string {
  return blocks
    .map((block) => renderBlock(block, reader))
    .filter((text) => text !== "")
    .join("\n");
}

/** A text object; anything else is an empty text. */
export function renderText(value: unknown, reader: Reader): string {
  if (!isObject(value)) return "";
  const text = textOf(value.text) ?? "";
  return value.type === "mrkdwn" ? renderMrkdwn(text, reader) : unescaped(text);
}

function renderBlock(block: JsonObject, reader: Reader): string {
  switch (block.type) {
    case "section": {
      const accessory = isObject(block.accessory) ? renderElement(block.accessory, reader) : "";
      return lines(
        renderText(block.text, reader),
        ...objectsOf(block.fields).map((field) => renderText(field, reader)),
        accessory,
      );
    }
    case "context":
    case "actions":
    case "context_actions":
      return objectsOf(block.elements)
        .map((element) => renderElement(element, reader))
        .filter((text) => text !== "")
        .join(" ");
    case "divider":
      return "---";
    case "image":
      return lines(renderText(block.title, reader), `[image: ${textOf(block.alt_text) ?? ""}]`);
    case "input":
      return `[${renderText(block.label, reader)}]`;
    case "rich_text":
      return renderRichText(block, reader);
    case "markdown":
      return textOf(block.text) ?? "";
    case "table":
    case "data_table":
      return lines(textOf(block.caption) ?? "", ...rows(block).map((row) => tableRow(row, reader)));
    case "mrkdwn":
    case "plain_text":
      return renderText(block, reader);
    case "button":
      return renderElement(block, reader);
    default:
      return everyText(block, reader);
  }
}

function renderElement(element: JsonObject, reader: Reader): string {
  if (element.type === "mrkdwn" || element.type === "plain_text") {
    return renderText(element, reader);
  }
  if (element.type === "image") return `[image: ${textOf(element.alt_text) ?? ""}]`;
  const label = renderText(element.text, reader) || renderText(element.placeholder, reader);
  return label === "" ? `[${textOf(element.type) ?? ""}]` : `[${label}]`;
}

function rows(block: JsonObject): unknown[][] {
  return Array.isArray(block.rows) ? block.rows.filter((row) => Array.isArray(row)) : [];
}

function tableRow(cells: unknown[], reader: Reader): string {
  return cells
    .map((cell) => {
      if (!isObject(cell)) return "";
      return cell.type === "rich_text" ? renderRichText(cell, reader) : (textOf(cell.text) ?? "");
    })
    .join(" | ");
}

/** The texts of a block without a form of its own (card, alert, container, plan, ...). */
function everyText(value: JsonObject, reader: Reader): string {
  return lines(
    ...Object.values(value).map((inner) => {
      if (Array.isArray(inner)) return renderBlocks(objectsOf(inner), reader);
      if (!isObject(inner)) return "";
      return typeof inner.type === "string" ? renderBlock(inner, reader) : everyText(inner, reader);
    }),
  );
}

function lines(...texts: string[]): string {
  return texts.filter((text) => text !== "").join("\n");
}

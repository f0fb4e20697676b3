import type { JsonObject } from "../json.ts";
import { optionsOf } from "../rendering/view-on-screen.ts";
import type { PlacedElement } from "../world/block-elements.ts";
import { ActError } from "./act-error.ts";
import { type Actor, readerOf } from "./actor.ts";
import { chosenFiles } from "./choose-files.ts";
import { findChosenChannel, findChosenUser } from "./pick-entity.ts";
import { pickOption } from "./pick-option.ts";

const LONGEST_TEXT = 3000;

/** The state an element takes when a person enters `value`; null or "" empties it. Throws what Slack's form would refuse. */
export function acceptedValue(actor: Actor, place: PlacedElement, value: unknown): JsonObject {
  const { element, type } = place;
  const reader = readerOf(actor);
  const empty = value === null || value === "";
  switch (type) {
    case "plain_text_input":
    case "email_text_input":
    case "url_text_input":
      return { value: empty ? null : acceptedText(element, type, value) };
    case "number_input":
      return { value: empty ? null : acceptedNumber(element, value) };
    case "rich_text_input":
      return { rich_text_value: empty ? null : richText(String(value)) };
    case "static_select":
    case "radio_buttons":
      return { selected_option: empty ? null : pickOption(optionsOf(element), value, reader) };
    case "multi_static_select":
    case "checkboxes": {
      const chosen = several(value, element);
      return {
        selected_options: chosen.map((text) => pickOption(optionsOf(element), text, reader)),
      };
    }
    case "users_select":
      return { selected_user: empty ? null : findChosenUser(actor, value) };
    case "multi_users_select":
      return { selected_users: several(value, element).map((each) => findChosenUser(actor, each)) };
    case "channels_select":
    case "conversations_select": {
      const key = type === "channels_select" ? "selected_channel" : "selected_conversation";
      return { [key]: empty ? null : findChosenChannel(actor, place, value) };
    }
    case "multi_channels_select":
    case "multi_conversations_select": {
      const key = type === "multi_channels_select" ? "selected_channels" : "selected_conversations";
      const chosen = several(value, element);
      return { [key]: chosen.map((each) => findChosenChannel(actor, place, each)) };
    }
    case "datepicker":
      return { selected_date: empty ? null : matching(value, /^\d{4}-\d{2}-\d{2}$/, "2026-12-31") };
    case "timepicker":
      return { selected_time: empty ? null : matching(value, /^\d{2}:\d{2}$/, "18:00") };
    case "datetimepicker":
      return { selected_date_time: empty ? null : unixSeconds(value) };
    case "file_input":
      return { files: chosenFiles(actor, element, several(value, {})) };
    default:
      throw new ActError("not_fillable", `A ${type} cannot be filled in`);
  }
}

function acceptedText(element: JsonObject, type: string, value: unknown): string {
  const text = String(value);
  const max = typeof element.max_length === "number" ? element.max_length : LONGEST_TEXT;
  if (text.length > max) {
    throw new ActError("too_long", `The field takes ${max} characters, not ${text.length}`);
  }
  if (text.includes("\n") && (type !== "plain_text_input" || element.multiline !== true)) {
    throw new ActError("one_line_only", "The field takes a single line");
  }
  return text;
}

function acceptedNumber(element: JsonObject, value: unknown): string {
  const text = String(value).trim();
  if (!/^-?\d+(\.\d+)?$/.test(text)) {
    throw new ActError("not_a_number", `"${text}" is not a number`);
  }
  if (text.includes(".") && element.is_decimal_allowed !== true) {
    throw new ActError("no_decimals", `"${text}" is not a whole number`);
  }
  return text;
}

function several(value: unknown, element: JsonObject): string[] {
  if (value === null || value === "") return [];
  const texts = (Array.isArray(value) ? value : [value]).map(String);
  const max = element.max_selected_items;
  if (typeof max === "number" && texts.length > max) {
    throw new ActError("too_many", `The field takes ${max} choices, not ${texts.length}`);
  }
  return texts;
}

function matching(value: unknown, form: RegExp, example: string): string {
  const text = String(value);
  if (!form.test(text)) throw new ActError("not_a_time", `"${text}" is not of the form ${example}`);
  return text;
}

function unixSeconds(value: unknown): number {
  const seconds = typeof value === "string" ? Math.floor(Date.parse(value) / 1000) : Number(value);
  if (!/^\d{10}$/.test(String(seconds))) {
    throw new ActError("not_a_time", `"${String(value)}" is not a time in unix seconds`);
  }
  return seconds;
}

function richText(text: string): JsonObject {
  const elements = [{ type: "rich_text_section", elements: [{ type: "text", text }] }];
  return { type: "rich_text", elements };
}

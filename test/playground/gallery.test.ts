import { describe, expect, test } from "vitest";
import { validateHome } from "../../emulators/slack/block-kit/validate-home.ts";
import { validateMessage } from "../../emulators/slack/block-kit/validate-message.ts";
import { validateModal } from "../../emulators/slack/block-kit/validate-modal.ts";
import { gallery } from "../../playground/gallery/gallery.ts";

const validate = { message: validateMessage, modal: validateModal, home: validateHome };

describe.each(gallery())("Slack takes what the gallery draws under '$title'", ({ exhibits }) => {
  test.each(exhibits)("$surface $name", ({ surface, payload }) => {
    expect(validate[surface](payload)).toEqual([]);
  });
});

test("no two sections share a title, and no two drawings of a section a name", () => {
  const titles = gallery().map(({ title }) => title);
  expect(new Set(titles).size).toBe(titles.length);
  for (const { exhibits } of gallery()) {
    const names = exhibits.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});

/** Blocks and elements as Slack's reference lists them; `file` is left out: apps cannot send it. */
const documented = {
  blocks:
    "actions alert card carousel container context context_actions data_table data_visualization divider header image input markdown plan rich_text section table task_card video",
  elements:
    "button checkboxes channels_select conversations_select datepicker datetimepicker email_text_input external_select feedback_buttons file_input icon_button image multi_channels_select multi_conversations_select multi_external_select multi_static_select multi_users_select number_input overflow plain_text_input radio_buttons rich_text_input static_select timepicker url_text_input users_select workflow_button",
};

const typesIn = (value: unknown): string[] => {
  if (typeof value !== "object" || value === null) return [];
  const own = "type" in value && typeof value.type === "string" ? [value.type] : [];
  return [...own, ...Object.values(value).flatMap(typesIn)];
};

test.each(Object.entries(documented))("the gallery has all %s that Slack documents", (_, names) => {
  const shown = new Set(gallery().flatMap(({ exhibits }) => typesIn(exhibits)));
  expect(names.split(" ").filter((name) => !shown.has(name))).toEqual([]);
});

test("each form that came back says at its fields what is wrong", () => {
  const refused = gallery().find(({ title }) => title.startsWith("Forms with something wrong"));
  const counts = refused?.exhibits.map(({ name, errors }) => [name, Object.keys(errors).length]);
  expect(counts).toEqual([
    ["start, for run", 1],
    ["project, for run", 5],
    ["pool, for pool", 11],
    ["tasks, for tasks", 3],
    ["review, for run", 1],
    ["deny", 1],
  ]);
});

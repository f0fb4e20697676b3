import { describe, expect, test } from "vitest";
import { validateMessage } from "../../emulators/slack/block-kit/validate-message.ts";
import { validateModal } from "../../emulators/slack/block-kit/validate-modal.ts";
import { gallery } from "../../playground/gallery/gallery.ts";

const validate = { message: validateMessage, modal: validateModal };

describe.each(gallery())("Slack takes what the gallery draws under '$title'", ({ exhibits }) => {
  test.each(exhibits)("$surface $name", ({ surface, payload }) => {
    expect(validate[surface](payload)).toEqual([]);
  });
});

test("no two drawings of a section share a name", () => {
  for (const { exhibits } of gallery()) {
    const names = exhibits.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  }
});

import fc from "fast-check";
import { expect, test } from "vitest";
import { complaintText } from "../../../../emulators/slack/block-kit/complaint-text.ts";
import { validateHome } from "../../../../emulators/slack/block-kit/validate-home.ts";
import { validateMessage } from "../../../../emulators/slack/block-kit/validate-message.ts";
import { validateModal } from "../../../../emulators/slack/block-kit/validate-modal.ts";
import { cards, common, messageOnly, modalOnly } from "./good-blocks.ts";
import type { Json } from "./samples.ts";

const blocks = [...common, ...cards, ...messageOnly, ...modalOnly];

/** A good block in which one member, chosen by the path of numbers, is replaced. */
const replaced = (value: unknown, path: readonly number[], by: unknown): unknown => {
  const [step, ...rest] = path;
  if (step === undefined || typeof value !== "object" || value === null) return by;
  const entries = Object.entries(value);
  if (entries.length === 0) return by;
  const chosen = step % entries.length;
  const changed = entries.map(([key, old], i) => [
    key,
    i === chosen ? replaced(old, rest, by) : old,
  ]);
  return Array.isArray(value) ? changed.map(([, one]) => one) : Object.fromEntries(changed);
};

const damaged = fc
  .tuple(fc.constantFrom(...blocks), fc.array(fc.nat(30), { maxLength: 6 }), fc.jsonValue())
  .map(([block, path, by]) => replaced(block, path, by));

const payload = fc.oneof(
  fc.jsonValue(),
  fc.array(damaged, { maxLength: 3 }).map((some): Json => ({ type: "modal", blocks: some })),
  fc.array(damaged, { maxLength: 3 }).map((some): Json => ({ type: "home", blocks: some })),
  fc.record({ attachments: fc.array(fc.record({ blocks: fc.array(damaged) })) }),
  fc.record({ text: fc.jsonValue(), metadata: fc.jsonValue(), attachments: fc.jsonValue() }),
);

test("any JSON at all is judged, and each complaint says where and what", () => {
  fc.assert(
    fc.property(payload, (given) => {
      const complaints = [validateModal, validateHome, validateMessage].flatMap((judge) =>
        judge(given),
      );
      for (const complaint of complaints) {
        expect(complaintText(complaint)).toBe(
          `[ERROR] ${complaint.message} [json-pointer:${complaint.pointer}]`,
        );
        expect(complaint.pointer).toMatch(/^(\/.*)?$/s);
        expect(complaint.code).not.toBe("");
      }
    }),
    { numRuns: 1000 },
  );
});

test("JSON that is nested ten thousand levels deep is judged like any other", () => {
  const deep: unknown = JSON.parse(`${'{"elements":['.repeat(10_000)}${"]}".repeat(10_000)}`);
  const block = { type: "table", rows: [[deep]] };
  expect(validateMessage({ blocks: [block] }).map((one) => one.pointer)).toEqual([
    "/blocks/0/rows/0/0",
  ]);
  expect(
    validateMessage({ text: "a", metadata: { event_type: "e", event_payload: deep } }).map(
      (one) => one.code,
    ),
  ).toEqual(["metadata_too_large"]);
});

test("a block named like a member of every object is an unknown block", () => {
  expect(validateModal(JSON.parse('{"type":"__proto__","blocks":[]}'))).toEqual([
    {
      pointer: "/view/type",
      code: "failed_constraint",
      message: "unsupported type: __proto__",
      constraint: "enum modal",
    },
  ]);
});

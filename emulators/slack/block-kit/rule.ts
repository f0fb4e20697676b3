import type { Complaint } from "./complaint.ts";

/** Judges one value found at a JSON pointer; no complaint means Slack accepts it. */
export type Rule = (value: unknown, pointer: string) => Complaint[];

/** A broken rule of shape, with the code that `blocks.validate` uses. */
export const failed = (pointer: string, message: string, constraint: string): Complaint => ({
  pointer,
  code: "failed_constraint",
  message,
  constraint,
});

/** The pointer of a member; only names and indices known here are passed, which need no escaping. */
export const below = (pointer: string, key: string | number): string => `${pointer}/${key}`;

/** All rules speak, in order. */
export const every =
  (...rules: Rule[]): Rule =>
  (value, pointer) =>
    rules.flatMap((rule) => rule(value, pointer));

/** The later rules compare members with each other, so they only see a value whose shape is right. */
export const soundThen =
  (shape: Rule, ...rules: Rule[]): Rule =>
  (value, pointer) => {
    const complaints = shape(value, pointer);
    return complaints.length > 0 ? complaints : every(...rules)(value, pointer);
  };

import type { WrongFields } from "./project-fields.ts";

const one = (
  label: string,
  value: WrongFields["answers"][string],
  message: string,
): WrongFields => ({
  what: `${label} = ${value instanceof Date ? "that time" : JSON.stringify(value)}`,
  answers: { [label]: value },
  errors: { [label]: message },
});

const price = "Price per suite, USD";
const example = "Type a price in dollars such as 0.02";
const least = "Toloka's minimum for general tasks is 0.005 per suite.";
const required = "Please complete this required field.";
const utc = (time: Date): string => `${time.toISOString().slice(0, 16).replace("T", " ")} UTC`;

/** A whole minute that lies so many minutes from now. */
const minutesFromNow = (minutes: number): Date =>
  new Date(Math.floor(Date.now() / 60_000) * 60_000 + minutes * 60_000);
const yesterday = minutesFromNow(-24 * 60);
const soon = minutesFromNow(10);

/** Wrong answers to the pool form. */
export const wrongPools: readonly WrongFields[] = [
  one("Pool name", "  ", "Name the pool; workers do not see this name. E.g. Shoes pool 1."),
  one("Pool name", "p".repeat(201), "At most 200 characters - you have 201."),
  one("Closes", yesterday, `That is in the past: ${utc(yesterday)}.`),
  one("Closes", soon, `That is too soon: ${utc(soon)} is less than 15 minutes away.`),
  one("Closes", null, required),
  one(price, "free", `${example} - you have free.`),
  one(price, "-0.02", `${example}; it cannot be negative.`),
  one(price, "0.001", least),
  one(
    price,
    "0",
    "A price of 0 works for golden and training tasks only. Toloka's minimum for general tasks is 0.005 per suite.",
  ),
  one(price, "0.00501", "A price has at most four decimals, for example 0.0125."),
  one(price, "1,000", "1,000 may mean 1 or 1000: type one of them without the comma."),
  one(
    "Tasks per suite",
    0,
    "Type a whole number from 1 to 500. Only an unpaid pool of golden or training tasks has none.",
  ),
  one("Tasks per suite", 501, "Type a whole number from 0 to 500 - you have 501."),
  one("Tasks per suite", -3, "Type a whole number from 0 to 500 - you have -3."),
  one("Golden tasks per suite", 501, "Type a whole number from 0 to 500 - you have 501."),
  one("Training tasks per suite", -1, "Type a whole number from 0 to 500 - you have -1."),
  one("Overlap", 0, "Type a whole number from 1 to 30000 - you have 0."),
  one("Overlap", 30_001, "Type a whole number from 1 to 30000 - you have 30001."),
  one("Seconds per suite", 4, "Type a whole number from 5 to 2147483647 - you have 4."),
  {
    what: "golden accuracy without golden tasks",
    answers: { "Quality rules": ["Golden tasks"] },
    errors: {
      "Quality rules":
        "Golden accuracy needs golden tasks: set at least 1 golden task per suite, or leave the rule out.",
    },
  },
  {
    what: "majority vote with an overlap of 1",
    answers: { Overlap: 1, "Quality rules": ["Majority vote"] },
    errors: {
      "Quality rules":
        "Majority vote is impossible with an overlap of 1: set the overlap to 2 or more, or leave the rule out.",
    },
  },
  {
    what: "22 days for the review",
    answers: { "Acceptance of answers": "After review", "Days for review": 22 },
    errors: {
      "Days for review":
        "Type a whole number from 1 to 21 - you have 22. Answers nobody reviewed within these days are accepted and paid.",
    },
  },
  {
    what: "everything at once",
    answers: { "Pool name": " ", [price]: "x", Overlap: 0, "Seconds per suite": 0 },
    errors: {
      "Pool name": "Name the pool; workers do not see this name. E.g. Shoes pool 1.",
      [price]: `${example} - you have x.`,
      Overlap: "Type a whole number from 1 to 30000 - you have 0.",
      "Seconds per suite": "Type a whole number from 5 to 2147483647 - you have 0.",
    },
  },
];

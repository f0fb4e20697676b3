import { placeOf } from "./distance.ts";
import { isSame } from "./values.ts";

/** The rules that a field has besides its validation; words of what is wrong, or null. */
type Rule = (value: unknown, prop: (name: string) => unknown) => string | null;

const date: Rule = (value, prop) => {
  if (typeof value !== "string") return null;
  const [min, max, blocked] = [prop("min"), prop("max"), prop("blockList")];
  // A day without a time is compared with the day of the bound.
  const comparable = (text: string): string => text.replace("T", " ").slice(0, value.length);
  if (typeof min === "string" && comparable(value) < comparable(min)) {
    return `The earliest date is ${min}.`;
  }
  if (typeof max === "string" && comparable(value) > comparable(max)) {
    return `The latest date is ${max}.`;
  }
  const isBlocked =
    Array.isArray(blocked) &&
    blocked.some((each) => typeof each === "string" && value.startsWith(each.slice(0, 10)));
  return isBlocked ? "This date cannot be chosen." : null;
};

const number: Rule = (value, prop) => {
  if (value === undefined) return null;
  if (typeof value !== "number") return "This is not a number.";
  const [least, most] = [prop("minimum"), prop("maximum")];
  if (typeof least === "number" && value < least) return `The least is ${least}.`;
  return typeof most === "number" && value > most ? `The most is ${most}.` : null;
};

const options: Rule = (value, prop) => {
  const offered = prop("options");
  if (value === undefined || !Array.isArray(offered)) return null;
  const isOffered = offered.some(
    (each) => typeof each === "object" && each !== null && isSame(each.value, value),
  );
  return isOffered ? null : "This answer is not among the options.";
};

/** The rules of fields by their type. */
export const fieldRules: ReadonlyMap<string, Rule> = new Map<string, Rule>([
  [
    "field.email",
    (value) =>
      typeof value === "string" && !/^[^@\s]+@[^@\s]+$/.test(value)
        ? "Enter an address of mail, with an @ in it."
        : null,
  ],
  ["field.date", date],
  [
    "field.map",
    (value) =>
      value === undefined || placeOf(value) !== null
        ? null
        : "Enter a latitude from -90 to 90 and a longitude from -180 to 180.",
  ],
  ["field.number", number],
  ["field.radio-group", options],
  ["field.button-radio-group", options],
  ["field.select", options],
]);

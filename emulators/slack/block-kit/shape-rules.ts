import type { Complaint } from "./complaint.ts";
import { isList, isRecord, member } from "./json.ts";
import { below, failed, type Rule } from "./rule.ts";

type Members = Readonly<Record<string, Rule>>;

const noObject = (pointer: string): Complaint =>
  failed(pointer, "must provide an object", "type object");

/** Slack points at the object that lacks the member, not at the member. */
export const missing = (pointer: string, key: string): Complaint =>
  failed(pointer, `missing required field: ${key}`, "required");

/** An object with all of `need`, some of `may` and nothing else. A member that is `undefined` is not sent at all. */
export const object =
  (need: Members, may: Members = {}): Rule =>
  (value, pointer) => {
    if (!isRecord(value)) return [noObject(pointer)];
    const absent = Object.keys(need).filter((key) => member(value, key) === undefined);
    const present = Object.entries(value).filter(([, content]) => content !== undefined);
    const rules = new Map([...Object.entries(need), ...Object.entries(may)]);
    return [
      ...absent.map((key) => missing(pointer, key)),
      ...present.flatMap(([key, content]) => {
        const rule = rules.get(key);
        return rule
          ? rule(content, below(pointer, key))
          : [failed(pointer, `invalid additional property: ${key}`, "additional_properties")];
      }),
    ];
  };

/** An array of `min` to `max` items that each follow the rule. */
export const list =
  (item: Rule, max = Number.POSITIVE_INFINITY, min = 1): Rule =>
  (value, pointer) => {
    if (!isList(value)) return [failed(pointer, "must provide an array", "type array")];
    const size =
      value.length > max
        ? [failed(pointer, `no more than ${max} items allowed`, `max_items ${max}`)]
        : value.length < min
          ? [failed(pointer, `no less than ${min} items allowed`, `min_items ${min}`)]
          : [];
    return [...size, ...value.flatMap((content, i) => item(content, below(pointer, i)))];
  };

/** An array whose items are all different words. */
export const distinct =
  (item: Rule, max: number): Rule =>
  (value, pointer) => {
    const repeated =
      isList(value) && new Set(value).size < value.length
        ? [failed(pointer, "items must be unique", "unique_items")]
        : [];
    return [...list(item, max)(value, pointer), ...repeated];
  };

/** An object whose `type` says which rule it follows; a type without a rule is not supported at this place. */
export const tagged = (rules: Members): Rule => {
  const known = new Map(Object.entries(rules));
  return (value, pointer) => {
    if (!isRecord(value)) return [noObject(pointer)];
    const type = member(value, "type");
    if (type === undefined) return [missing(pointer, "type")];
    const rule = typeof type === "string" ? known.get(type) : undefined;
    if (rule) return rule(value, pointer);
    const shown = typeof type === "string" ? type : typeof type;
    return [
      failed(below(pointer, "type"), `unsupported type: ${shown}`, enumOf([...known.keys()])),
    ];
  };
};

const enumOf = (words: readonly string[]): string => `enum ${words.join("|")}`;

/** At least one of the members is there. */
export const someOf =
  (...keys: readonly string[]): Rule =>
  (value, pointer) =>
    keys.some((key) => member(value, key) !== undefined)
      ? []
      : [failed(pointer, `missing required field: ${keys.join(" or ")}`, "required")];

/** Exactly one of the two members is there. */
export const eitherOf =
  (one: string, other: string): Rule =>
  (value, pointer) =>
    member(value, one) !== undefined && member(value, other) !== undefined
      ? [failed(pointer, `must provide only one of: ${one}, ${other}`, "one_of")]
      : someOf(one, other)(value, pointer);

/** Any JSON value. */
export const anything: Rule = () => [];

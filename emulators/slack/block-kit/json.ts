/** A JSON object, as opposed to an array, a scalar or nothing. */
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An array, with members that nobody has looked at yet. */
export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

/** The own member of an object; anything else has none. */
export const member = (value: unknown, key: string): unknown =>
  isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;

/** The members of an array; anything else has none. */
export const items = (value: unknown): readonly unknown[] => (isList(value) ? value : []);

/** Equal as JSON: the order of keys does not matter, the order of items does. */
export const sameJson = (one: unknown, other: unknown): boolean => {
  if (isList(one) && isList(other)) {
    return one.length === other.length && one.every((item, i) => sameJson(item, other[i]));
  }
  if (isRecord(one) && isRecord(other)) {
    const keys = Object.keys(one);
    return (
      keys.length === Object.keys(other).length &&
      keys.every((key) => Object.hasOwn(other, key) && sameJson(one[key], other[key]))
    );
  }
  return one === other;
};

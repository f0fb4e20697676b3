import type { FormInput } from "../form.ts";

/** The text of one field, without spaces around it; "" when it was left empty. */
export const textOf = (input: FormInput, field: string): string => {
  if (!Object.hasOwn(input, field)) return "";
  const value = input[field];
  return (typeof value === "string" ? value : (value?.[0] ?? "")).trim();
};

/** The picked texts of one field; a single text counts as a list of one. */
export const listOf = (input: FormInput, field: string): readonly string[] => {
  if (!Object.hasOwn(input, field)) return [];
  const value = input[field];
  const list = typeof value === "string" ? [value] : (value ?? []);
  return list.map((text) => text.trim()).filter((text) => text !== "");
};

import type { Json } from "../json.ts";

const deepest = 100;

/**
 * Says whether a value is JSON of reasonable depth (100 levels) without a key that reaches prototypes. What
 * comes out of JSON.parse is JSON, but the types do not know it.
 */
export const isJsonValue = (value: unknown, depth = 0): value is Json => {
  if (depth > deepest) return false;
  if (value === null || typeof value === "string" || typeof value === "boolean") return true;
  if (typeof value === "number") return Number.isFinite(value);
  if (Array.isArray(value)) return value.every((item) => isJsonValue(item, depth + 1));
  if (typeof value !== "object") return false;
  return Object.entries(value).every(
    ([key, item]) => key !== "__proto__" && isJsonValue(item, depth + 1),
  );
};

/** Says whether a cell counts as left empty. */
export const isEmptyCell = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

/** A cell as a person sees it, cut to 100 characters. */
export const shownCell = (cell: unknown): string => {
  // Writing very deep values would exhaust the stack, so only proper ones are written.
  const written = isJsonValue(cell) ? JSON.stringify(cell) : "(not shown)";
  const text = typeof cell === "string" ? cell : written;
  const start = [...text.slice(0, 210)].slice(0, 100).join("");
  return start.length < text.length ? `${start.slice(0, -1)}\u2026` : start;
};

import { z } from "zod";
import type { JsonObject } from "../../domain/json.ts";

/** Any JSON object. */
export const jsonObject: z.ZodType<JsonObject> = z.record(z.string(), z.json());

/** A moment inside stored JSON: ISO text there, a Date here. */
export const moment = z.iso.datetime({ offset: true }).transform((text) => new Date(text));

/** Writes a value for a JSON column; null and undefined stay what they are. */
export function toJson(value: null): null;
export function toJson(value: object): string;
export function toJson(value: object | null): string | null;
export function toJson(value: object | null | undefined): string | null | undefined;
export function toJson(value: object | null | undefined) {
  return value === null || value === undefined ? value : JSON.stringify(value);
}

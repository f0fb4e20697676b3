import { z } from "zod";
import { microsFromDollars } from "./domain/money.ts";

const loopback = new Set(["localhost", "127.0.0.1", "[::1]"]);

const urlOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/** Whether an address is one of this machine. */
export const isLoopback = (text: string): boolean => loopback.has(urlOf(text)?.hostname ?? "");

const isSafeUrl = (text: string): boolean => {
  const url = urlOf(text);
  // The parser drops line ends and tabs without a word: such a text is not what it looks like.
  if (/[\s\p{Cc}]/u.test(text)) return false;
  if (url === null || url.username !== "" || url.password !== "" || url.hash !== "") return false;
  return url.protocol === "https:" || (url.protocol === "http:" && loopback.has(url.hostname));
};

/** An address of an API: https, or http on this machine only, so that keys never travel in the clear. */
const apiUrl = z
  .string()
  .refine(isSafeUrl, "an https address (http only for localhost), without user and password");

/** The base of Toloka's API: no `/v1`, no query; given without a slash at its end. */
export const tolokaUrl = apiUrl
  .refine((text) => !/\/v1\/?$/u.test(text), "the base address without /v1")
  .refine((text) => urlOf(text)?.search === "", "an address without a query")
  .transform((text) => text.replace(/\/+$/u, ""));

/** Slack's API base, always with a slash at its end. */
export const slackUrl = apiUrl.transform((text) => `${text.replace(/\/+$/u, "")}/`);

export const port = z
  .string()
  .regex(/^\d{1,5}$/u, "a port from 0 to 65535")
  .transform(Number)
  .refine((value) => value <= 65_535, "a port from 0 to 65535");

/** A limit: a whole number from 1 on. */
export const count = z
  .string()
  .regex(/^[1-9]\d{0,5}$/u, "a whole number from 1 to 999999")
  .transform(Number);

/** A port, or the word off. */
export const healthPort = z.union(
  [z.literal("off"), port],
  "a port from 0 to 65535, or the word off",
);

/** How many bytes are a megabyte of disk space. */
export const bytesInMegabyte = 1_048_576;

/** Whole megabytes, as bytes. */
export const megabytes = z
  .string()
  .regex(/^\d{1,9}$/u, "whole megabytes such as 256")
  .transform((text) => Number(text) * bytesInMegabyte);

/** A percentage with at most four decimals. */
export const percent = z
  .string()
  .regex(/^\d{1,3}(\.\d{1,4})?$/u, "a percentage from 0 to 100 such as 30 or 12.5")
  .transform(Number)
  .refine((value) => value <= 100, "a percentage from 0 to 100 such as 30 or 12.5");

/** Dollars in text, with at most six decimals, as micro-dollars. */
export const dollars = z
  .string()
  .regex(/^\d{1,4}(\.\d{1,6})?$/u, "dollars such as 0.005")
  .transform((text) => microsFromDollars(Number(text)));

const cronRanges = [
  [0, 59],
  [0, 59],
  [0, 23],
  [1, 31],
  [1, 12],
  [0, 7],
] as const;

const names: { readonly [position: number]: readonly string[] } = {
  4: ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"],
  5: ["sun", "mon", "tue", "wed", "thu", "fri", "sat"],
};

const isCronPart = (part: string, position: number): boolean => {
  const [least = 0, most = 0] = cronRanges[position] ?? [];
  const [range = "", step, ...more] = part.split("/");
  if (more.length > 0 || (step !== undefined && !/^[1-9]\d?$/u.test(step))) return false;
  if (range === "*") return true;
  const ends = range.split("-");
  const numbers = ends.map((end) => {
    const named = names[position]?.indexOf(end.toLowerCase()) ?? -1;
    return named >= 0 ? named + least : /^\d{1,2}$/u.test(end) ? Number(end) : Number.NaN;
  });
  const [from = Number.NaN, to = from] = numbers;
  return numbers.length <= 2 && from >= least && to <= most && from <= to;
};

/** Says whether a text is a cron line of five fields, or six with seconds first. */
const isCronLine = (text: string): boolean => {
  const fields = text.trim().split(/\s+/u);
  const offset = 6 - fields.length;
  return (
    (offset === 0 || offset === 1) &&
    fields.every((field, index) =>
      field.split(",").every((part) => isCronPart(part, index + offset)),
    )
  );
};

export const cronLine = z
  .string()
  .refine(isCronLine, "a cron line of 5 or 6 fields such as * * * * *");

/** What a key of Toloka is sent as. */
export const authForms = ["ApiKey", "OAuth"] as const;
export type AuthForm = (typeof authForms)[number];

/**
 * Tells the form from the key as Toloka's own clients do: exactly two dots, the first at index 22 to 24,
 * is a current key; anything else is an old token.
 */
export const authFormOf = (key: string): AuthForm => {
  const first = key.indexOf(".");
  return key.split(".").length === 3 && first >= 22 && first <= 24 ? "ApiKey" : "OAuth";
};

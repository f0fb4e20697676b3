import { appendFileSync } from "node:fs";
import { parsedOrText } from "./json.ts";

/** One request of the API as it came and as it was answered. */
export type LedgerEntry = {
  seq: number;
  /** Real moment of arrival, ISO 8601. */
  at: string;
  /** Virtual moment of arrival, in the API's own form. */
  virtual_at: string;
  method: string;
  path: string;
  query: { [name: string]: string | string[] };
  /** `authorization` is the form only ("ApiKey", "OAuth", "other"), never the key. */
  headers: { authorization: string | null; content_type: string | null; user_agent: string | null };
  /** Parsed JSON, the raw text when it is none, null without a body. */
  body: unknown;
  /** What was answered, or would have been; null when the request never reached the API. */
  status: number | null;
  response: unknown;
  /** Kind of the fault rule that spoilt the request. */
  fault: string | null;
  /** False when the client got no answer. */
  answered: boolean;
  /** "late": the effect lands after this entry, see the outside log. */
  effect: "now" | "late" | "none";
  ms: number;
};

/** An entry before it has its number; texts are parsed when the ledger is read. */
type LedgerLine = Omit<LedgerEntry, "seq" | "body" | "response"> & {
  bodyText: string;
  responseText: string;
};

/** Append-only list of all requests. */
export type Ledger = {
  add(line: LedgerLine): number;
  /** Entries with a number above `since`, at most `limit`. */
  read(since: number, limit?: number): LedgerEntry[];
  size(): number;
};

/** An empty ledger; with `file` every entry is also appended there as one JSON line. */
export function createLedger(file?: string): Ledger {
  const lines: LedgerLine[] = [];
  return {
    add(line) {
      lines.push(line);
      if (file !== undefined) {
        appendFileSync(file, `${JSON.stringify(entryOf(line, lines.length))}\n`);
      }
      return lines.length;
    },
    read(since, limit = Number.POSITIVE_INFINITY) {
      const from = Math.max(0, since);
      return lines
        .slice(from, Math.min(lines.length, from + limit))
        .map((line, index) => entryOf(line, from + index + 1));
    },
    size: () => lines.length,
  };
}

function entryOf(line: LedgerLine, seq: number): LedgerEntry {
  const { bodyText, responseText, ...rest } = line;
  return { seq, ...rest, body: parsedOrText(bodyText), response: parsedOrText(responseText) };
}

/** A query as an object; a repeated name has a list. */
export function queryObject(query: URLSearchParams): LedgerEntry["query"] {
  const names = [...new Set(query.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const values = query.getAll(name);
      return [name, values.length === 1 ? (values[0] ?? "") : values];
    }),
  );
}

/** The few headers worth keeping. */
export function headersSubset(headers: Headers): LedgerEntry["headers"] {
  const authorization = headers.get("authorization");
  const form = /^(ApiKey|OAuth)\s/.exec(authorization ?? "")?.[1];
  return {
    authorization: authorization === null ? null : (form ?? "other"),
    content_type: headers.get("content-type"),
    user_agent: headers.get("user-agent"),
  };
}

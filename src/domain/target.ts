import type { PoolTarget } from "./command.ts";
import { editDistance } from "./edit-distance.ts";
import { requestCodePattern } from "./request-code.ts";
import { opensQuote, type Word, withoutQuotes } from "./words.ts";

/** A word read as the naming of a pool; a refusal may offer a text that would do instead. */
export type TargetReading =
  | { readonly ok: true; readonly target: PoolTarget }
  | { readonly ok: false; readonly wrong: string; readonly instead: string | null };

const longestName = 200;
const message =
  /^<?https:\/\/[a-z0-9.-]+\.slack\.com\/archives\/([CDG][A-Z0-9]+)\/p(\d{10})(\d{6})(\?[^\s|>]*)?(?:\|[^>]*)?>?$/iu;
const tolokaPage = /^<?https?:\/\/[^\s/]*toloka[^\s/]*\/.*\/pool\/(\d{1,18})(?:[/?|].*)?>?$/iu;

const bad = (wrong: string, instead: string | null = null): TargetReading => ({
  ok: false,
  wrong,
  instead,
});

const messageTarget = (word: string): PoolTarget | null => {
  const [, channelId, seconds, fraction, query = ""] = message.exec(word) ?? [];
  if (channelId === undefined) return null;
  const thread = /[?&]thread_ts=(\d{10}\.\d{6})(?:&|$)/u.exec(query);
  return {
    kind: "message",
    channelId: channelId.toUpperCase(),
    ts: `${seconds}.${fraction}`,
    threadTs: thread?.[1] ?? null,
  };
};

const numberReading = (key: string): TargetReading => {
  const digits = key.replace(/^#/u, "");
  if (/^[1-9]\d{0,17}$/u.test(digits)) {
    return { ok: true, target: { kind: "pool", poolId: digits } };
  }
  const plain = /^[#-]*0*([1-9]\d{0,17})[.,;:!?]?$/u.exec(key)?.[1] ?? null;
  if (/^-/u.test(key)) return bad("A pool number is never negative.", plain);
  if (/^0+$/u.test(digits)) return bad("There is no pool 0.");
  if (/^\d{19,}$/u.test(digits)) return bad("A pool number has at most 18 digits.");
  return bad("A pool number has only digits and does not start with 0.", plain);
};

/** Texts that are something else than a pool; each with the words that say so. */
const otherThings: readonly (readonly [RegExp, string])[] = [
  [/^<#|^#\D/u, "That is a channel, not a pool."],
  [/^<@|^@/u, "That is a person or a group, not a pool."],
  [/^<?[a-z]+:\/\//iu, "That link does not lead to a Slack message."],
  [/\.(csv|tsv|jsonl?|xlsx?)$/iu, "That is a file, not a pool; files are given in the tasks form."],
  [/=/u, "Settings cannot be given here."],
];

/** Reads one word as a pool: number, `this`, name, request code or link to a Slack message. */
export const readTarget = (word: Word): TargetReading => {
  if (word.quoted) {
    if (word.raw === "") return bad("The name in quotes is empty.");
    return word.raw.length > longestName
      ? bad(`A pool's name has at most ${longestName} characters here.`)
      : { ok: true, target: { kind: "name", name: word.raw } };
  }
  if (opensQuote(word)) {
    return bad("The quote is not closed.", `"${withoutQuotes(word.raw)}"`);
  }
  if (word.key === "this") return { ok: true, target: { kind: "this" } };
  if (/^[#-]*\d/u.test(word.key)) return numberReading(word.key);
  if (/^req\W/u.test(word.key)) {
    const code = word.key.toUpperCase();
    return requestCodePattern.test(code)
      ? { ok: true, target: { kind: "request", code } }
      : bad("A request code is REQ- and four letters or digits, never 0, O, 1, I, L or U.");
  }
  const link = messageTarget(word.raw);
  if (link !== null) return { ok: true, target: link };
  const page = tolokaPage.exec(word.raw)?.[1];
  if (page !== undefined) return bad("I do not read links to Toloka's page.", page);
  const other = otherThings.find(([pattern]) => pattern.test(word.raw));
  if (other !== undefined) return bad(other[1]);
  if (editDistance(word.key, "this") === 1) return bad(`I do not know ${word.raw}.`, "this");
  return /^\p{L}/u.test(word.raw) && word.raw.length <= longestName
    ? { ok: true, target: { kind: "name", name: word.raw } }
    : bad("That does not name a pool.");
};

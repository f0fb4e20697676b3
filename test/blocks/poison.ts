import fc from "fast-check";

/** Pieces of text that try to mention, link, forge, hide or overflow. */
const pieces = [
  "<!channel>",
  "<!here|here>",
  "<@UEVIL1>",
  "<!subteam^SEVIL1>",
  "<http://evil.example|good>",
  "&lt;!channel&gt;",
  "*forged*",
  "`forged`",
  "~forged~",
  "_forged_",
  "\n>forged",
  "\r\n*[PRODUCTION]* forged",
  ":white_check_mark:",
  "\u202Eright to left\u2066",
  "zero\u200Bwidth\u2060\uFEFF",
  "\uD83D",
  "\u0000\u0007\u001B",
  "”forged“",
  "|}",
  '"},{"',
  "😀".repeat(10_000),
  "N".repeat(5_000),
  "&".repeat(5_000),
  "`<".repeat(2_000),
  "",
  " ",
  "\n",
];

/** Hostile texts: one to four pieces in a row. */
export const hostileText: fc.Arbitrary<string> = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 4 })
  .map((list) => list.join(""));

/** Keys whose texts are our own closed lists or keys, not words that come from outside. */
const ownKeys = new Set([
  ...["id", "runId", "type", "kind", "status", "step", "page", "environment", "environments"],
  ...["level", "tolokaPage", "task_kind", "approvers"],
]);

/** A copy in which each foreign text is replaced by the next hostile one. */
export const poisoned = <Value>(value: Value, texts: readonly string[]): Value => {
  let used = 0;
  const replaced = (part: unknown, key: string): unknown => {
    if (typeof part === "string") {
      if (ownKeys.has(key)) return part;
      used += 1;
      return texts[used % texts.length];
    }
    if (typeof part !== "object" || part === null || part instanceof Date) return part;
    for (const [name, item] of Object.entries(part)) {
      Reflect.set(part, name, replaced(item, Array.isArray(part) ? key : name));
    }
    return part;
  };
  const copy = structuredClone(value);
  replaced(copy, "");
  return copy;
};

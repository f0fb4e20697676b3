/** JSON text as a value, or where and why it stops being JSON. Lines and columns count from 1. */
export type JsonReading =
  | { readonly ok: true; readonly value: unknown }
  | {
      readonly ok: false;
      readonly line: number;
      readonly column: number;
      readonly what: string;
    };

const tokens =
  /[ \t\n\r]*(?:("(?:[^"\\\p{Cc}]|[\u007f-\u009f]|\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4}))*")|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null)|([{}[\],:]))/uy;

type Expected = "value" | "value-or-end" | "key" | "key-or-end" | "colon" | "comma-or-end" | "end";

const words: { readonly [E in Expected]: string } = {
  value: "a value",
  "value-or-end": "a value or ]",
  key: 'a name in "quotes"',
  "key-or-end": 'a name in "quotes" or }',
  colon: "a colon",
  "comma-or-end": "a comma or a closing bracket",
  end: "nothing more",
};

/** Walks the grammar with a stack of its own; answers the offset of the first fault, -1 when there is none. */
const faultAt = (text: string): { readonly offset: number; readonly expected: Expected } | null => {
  const stack: ("{" | "[")[] = [];
  let expected: Expected = "value";
  const afterValue = (): Expected => (stack.length === 0 ? "end" : "comma-or-end");
  let offset = 0;
  while (true) {
    const blank = /[ \t\n\r]*/uy;
    blank.lastIndex = offset;
    const start = offset + (blank.exec(text)?.[0].length ?? 0);
    if (start >= text.length) return expected === "end" ? null : { offset: start, expected };
    tokens.lastIndex = offset;
    const found = tokens.exec(text);
    if (found === null) return { offset: start, expected };
    const [whole, string, scalar, mark] = found;
    const wantsValue = expected === "value" || expected === "value-or-end";
    const wantsKey = expected === "key" || expected === "key-or-end";
    if (string !== undefined && wantsKey) expected = "colon";
    else if ((string !== undefined || scalar !== undefined) && wantsValue) expected = afterValue();
    else if (mark === "{" && wantsValue) {
      stack.push("{");
      expected = "key-or-end";
    } else if (mark === "[" && wantsValue) {
      stack.push("[");
      expected = "value-or-end";
    } else if (mark === ":" && expected === "colon") expected = "value";
    else if (mark === "," && expected === "comma-or-end") {
      expected = stack.at(-1) === "{" ? "key" : "value";
    } else if (
      (mark === "}" && stack.at(-1) === "{" && /^(key-or-end|comma-or-end)$/u.test(expected)) ||
      (mark === "]" && stack.at(-1) === "[" && /^(value-or-end|comma-or-end)$/u.test(expected))
    ) {
      stack.pop();
      expected = afterValue();
    } else return { offset: start, expected };
    offset += whole.length;
  }
};

/** Reads JSON text; a fault is told with its line and column and what was expected there. */
export const readJsonText = (text: string): JsonReading => {
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    // The engine's own message has a position only sometimes, so the place is found by a walk of ours.
    const fault = faultAt(text) ?? { offset: text.length, expected: "end" as const };
    const before = text.slice(0, fault.offset).split("\n");
    const found = [...text.slice(fault.offset, fault.offset + 2)][0];
    const quotes = /[\u201c\u201d\u201e\u2018\u2019]/u.test(found ?? "")
      ? "; use straight quotes"
      : "";
    return {
      ok: false,
      line: before.length,
      column: (before.at(-1) ?? "").length + 1,
      what: `I expected ${words[fault.expected]}, but ${found === undefined ? "the text ends" : `there is ${found}${quotes}`}`,
    };
  }
};

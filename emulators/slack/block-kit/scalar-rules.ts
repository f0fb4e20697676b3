import { failed, type Rule, soundThen } from "./rule.ts";

const aString: Rule = (value, pointer) =>
  typeof value === "string" ? [] : [failed(pointer, "must provide a string", "type string")];

/**
 * A string of `min` to `max` characters. Characters are UTF-16 units: where Slack counts code points it is a little
 * more generous with emoji, and a stand-in should rather be too strict.
 */
export const string = (max: number, min = 1): Rule =>
  soundThen(aString, (value, pointer) => {
    const length = typeof value === "string" ? value.length : 0;
    if (length < min) {
      return [failed(pointer, `must be more than ${min - 1} characters`, `min_length ${min}`)];
    }
    return length > max
      ? [failed(pointer, `must be less than ${max + 1} characters`, `max_length ${max}`)]
      : [];
  });

/** A string for which `accepts` holds; `format` names what is wanted, as in `YYYY-MM-DD`. */
export const formatted = (format: string, accepts: (text: string) => boolean): Rule =>
  soundThen(aString, (value, pointer) =>
    typeof value === "string" && accepts(value)
      ? []
      : [failed(pointer, `must match the format: ${format}`, `format ${format}`)],
  );

/** One word of a closed list. */
export const oneOf = (...words: readonly string[]): Rule =>
  soundThen(aString, (value, pointer) =>
    typeof value === "string" && words.includes(value)
      ? []
      : [failed(pointer, `must be one of: ${words.join(", ")}`, `enum ${words.join("|")}`)],
  );

/** `true` or `false`, and nothing that only looks like it. */
export const flag: Rule = (value, pointer) =>
  typeof value === "boolean" ? [] : [failed(pointer, "must provide a boolean", "type boolean")];

/** A finite number. */
export const number: Rule = (value, pointer) =>
  typeof value === "number" && Number.isFinite(value)
    ? []
    : [failed(pointer, "must provide a number", "type number")];

/** A whole number of `min` to `max`. */
export const integer =
  (min: number, max: number = Number.MAX_SAFE_INTEGER): Rule =>
  (value, pointer) => {
    if (typeof value !== "number" || !Number.isInteger(value)) {
      return [failed(pointer, "must provide an integer", "type integer")];
    }
    if (value < min) return [failed(pointer, `must be greater than ${min - 1}`, `minimum ${min}`)];
    return value > max ? [failed(pointer, `must be less than ${max + 1}`, `maximum ${max}`)] : [];
  };

const isUrl = (text: string, ...protocols: readonly string[]): boolean =>
  URL.canParse(text) && (protocols.length === 0 || protocols.includes(new URL(text).protocol));

/** An absolute address of any scheme (buttons may open `slack://` and `mailto:`), at most 3000 characters. */
export const anyUrl: Rule = soundThen(
  string(3000),
  formatted("url", (text) => isUrl(text)),
);

/** An address of a picture, at most 3000 characters. */
export const webUrl: Rule = soundThen(
  string(3000),
  formatted("http(s) url", (text) => isUrl(text, "http:", "https:")),
);

/** An address of a video, which must be encrypted. */
export const httpsUrl: Rule = soundThen(
  string(3000),
  formatted("https url", (text) => isUrl(text, "https:")),
);

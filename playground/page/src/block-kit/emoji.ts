/** The emoji that the page can draw by name; others stay as they are written. */
const known: Readonly<Record<string, string>> = {
  "+1": "👍",
  "-1": "👎",
  white_check_mark: "✅",
  heavy_check_mark: "✔️",
  x: "❌",
  warning: "⚠️",
  no_entry: "⛔",
  rotating_light: "🚨",
  hourglass: "⌛",
  hourglass_flowing_sand: "⏳",
  alarm_clock: "⏰",
  tada: "🎉",
  eyes: "👀",
  lock: "🔒",
  moneybag: "💰",
  memo: "📝",
  bulb: "💡",
  rocket: "🚀",
  wave: "👋",
  smile: "😄",
  thinking_face: "🤔",
  information_source: "ℹ️",
  bell: "🔔",
  paperclip: "📎",
};

/** The glyph of an emoji name without its colons. */
export const emojiNamed = (name: string): string | undefined =>
  Object.hasOwn(known, name) ? known[name] : undefined;

/** An address as Slack keeps it: one without a scheme is a web address; null for what is none. */
export const linkAddress = (typed: string): string | null => {
  const text = typed.trim();
  if (/^(?:https?|mailto|slack):/i.test(text)) return URL.canParse(text) ? text : null;
  if (/^[^\s/:]+@[^\s/:]+\.[^\s/:]+$/.test(text)) return `mailto:${text}`;
  return /^[^\s/:]+\.[^\s/:]+/.test(text) && URL.canParse(`http://${text}`)
    ? `http://${text}`
    : null;
};

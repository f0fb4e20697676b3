/**
 * Toloka takes links that start with http://, https:// or www and have a host. Spaces and control
 * characters are refused; the link is never fetched.
 */
export const isTaskUrl = (text: string): boolean => {
  if (/[\s\p{Cc}]/u.test(text) || !/^(https?:\/\/|www\.)/iu.test(text)) return false;
  const whole = /^www\./iu.test(text) ? `http://${text}` : text;
  return /^https?:\/\/[^/?#]/iu.test(whole) && URL.canParse(whole);
};

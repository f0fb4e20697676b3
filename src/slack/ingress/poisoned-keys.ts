/** Keys with which a text could reach into what all objects share. */
const poison: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** Whether a key anywhere in parsed JSON or form fields is one that Slack never sends. */
export const hasPoisonedKeys = (body: unknown): boolean => {
  const open: unknown[] = [body];
  while (open.length > 0) {
    const value = open.pop();
    if (typeof value !== "object" || value === null) continue;
    for (const [key, inner] of Object.entries(value)) {
      if (poison.has(key)) return true;
      open.push(inner);
    }
  }
  return false;
};

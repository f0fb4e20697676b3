/** Over such a time commands are counted, in milliseconds. */
const windowMs = 60_000;

/** Counts a person's command; answers the seconds to wait when it is one too many, else null. */
export type CommandRate = (userId: string, nowMs: number) => number | null;

/** When a person's commands came, in milliseconds; those before `from` are outside the window. */
type Sent = { readonly times: number[]; from: number };

/** Moves `from` past what is outside the window; cuts the list when most of it is. */
const forgetPast = (sent: Sent, sinceMs: number): void => {
  while ((sent.times[sent.from] ?? Number.POSITIVE_INFINITY) <= sinceMs) sent.from += 1;
  if (sent.from * 2 <= sent.times.length) return;
  sent.times.splice(0, sent.from);
  sent.from = 0;
};

/**
 * Lets each person send so many commands a minute. Kept in memory, for each process of the bot: it guards
 * the bot and the quotas behind it, and no money depends on it. What was refused is not counted.
 */
export const createCommandRate = (commandsAMinute: number): CommandRate => {
  const people = new Map<string, Sent>();
  let forgottenMs = Number.NEGATIVE_INFINITY;
  const forgetOld = (nowMs: number): void => {
    if (nowMs - forgottenMs < windowMs) return;
    forgottenMs = nowMs;
    for (const [userId, { times }] of people) {
      if ((times.at(-1) ?? 0) <= nowMs - windowMs) people.delete(userId);
    }
  };
  return (userId, nowMs) => {
    forgetOld(nowMs);
    const sent = people.get(userId) ?? { times: [], from: 0 };
    people.set(userId, sent);
    forgetPast(sent, nowMs - windowMs);
    const oldest = sent.times[sent.from];
    if (oldest !== undefined && sent.times.length - sent.from >= commandsAMinute) {
      return Math.max(1, Math.ceil((oldest + windowMs - nowMs) / 1_000));
    }
    sent.times.push(nowMs);
    return null;
  };
};

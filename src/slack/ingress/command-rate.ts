/** Over such a time commands are counted, in milliseconds. */
const windowMs = 60_000;

/** Counts a person's command; answers the seconds to wait when it is one too many, else null. */
export type CommandRate = (userId: string, nowMs: number) => number | null;

/**
 * Lets each person send so many commands a minute. Kept in memory, for each process of the bot: it guards
 * the bot and the quotas behind it, and no money depends on it. What was refused is not counted.
 */
export const createCommandRate = (commandsAMinute: number): CommandRate => {
  const sent = new Map<string, number[]>();
  let forgottenMs = Number.NEGATIVE_INFINITY;
  const forgetOld = (nowMs: number): void => {
    if (nowMs - forgottenMs < windowMs) return;
    forgottenMs = nowMs;
    for (const [userId, times] of sent) {
      if ((times.at(-1) ?? 0) <= nowMs - windowMs) sent.delete(userId);
    }
  };
  return (userId, nowMs) => {
    forgetOld(nowMs);
    const recent = (sent.get(userId) ?? []).filter((time) => time > nowMs - windowMs);
    const [oldest] = recent;
    if (oldest !== undefined && recent.length >= commandsAMinute) {
      sent.set(userId, recent);
      return Math.max(1, Math.ceil((oldest + windowMs - nowMs) / 1_000));
    }
    sent.set(userId, [...recent, nowMs]);
    return null;
  };
};

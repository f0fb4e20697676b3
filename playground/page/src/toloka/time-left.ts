const hourMs = 3_600_000;

/** How long a pool still has, in words; `will_expire` is UTC without a zone, as Toloka writes it. */
export const timeLeft = (willExpire: string, nowMs: number): string => {
  const left = Date.parse(`${willExpire}Z`) - nowMs;
  if (Number.isNaN(left)) return "";
  if (left <= 0) return "time is over";
  const days = Math.floor(left / (24 * hourMs));
  const hours = Math.floor((left % (24 * hourMs)) / hourMs);
  const minutes = Math.floor((left % hourMs) / 60_000);
  if (days > 0) return `${days} d ${hours} h left`;
  return hours > 0 ? `${hours} h ${minutes} min left` : `${minutes} min left`;
};

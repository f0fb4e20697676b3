/** How long the main loop has been held up lately. */
export type LoopStall = {
  /** The longest stall of the last ten seconds, in milliseconds. */
  worstMs(): number;
  stop(): void;
};

const tickMs = 250;
const rememberedMs = 10_000;

/** Measures by a timer how late the main loop comes to it. */
export const watchLoop = (nowMs: () => number = () => performance.now()): LoopStall => {
  let last = nowMs();
  let stalls: { readonly atMs: number; readonly ms: number }[] = [];
  const note = () => {
    const now = nowMs();
    stalls = [
      ...stalls.filter((stall) => now - stall.atMs < rememberedMs),
      { atMs: now, ms: Math.max(0, now - last - tickMs) },
    ];
    last = now;
  };
  const timer = setInterval(note, tickMs);
  timer.unref();
  return {
    worstMs: () => Math.round(Math.max(0, ...stalls.map((stall) => stall.ms))),
    stop: () => clearInterval(timer),
  };
};
